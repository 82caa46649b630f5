"""Make it look like that: style transfer by optimisation and in an instant."""
