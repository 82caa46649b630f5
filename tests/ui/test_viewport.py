from __future__ import annotations

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.widgets.viewport import KEPT, LARGEST, SMALLEST, Viewport

pictures = st.integers(1, 5000)
views = st.integers(50, 3000)
ratios = st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0])
parts = st.floats(0, 1)
zooms = st.floats(SMALLEST, LARGEST)


@st.composite
def viewports(draw: st.DrawFn) -> Viewport:
    made = Viewport(draw(pictures), draw(pictures), 1, 1, draw(st.sampled_from([0.0, 24.0])))
    return made.resized(draw(views), draw(views), draw(ratios))


@st.composite
def moved(draw: st.DrawFn) -> Viewport:
    """A viewport after whatever a hand does."""
    view = draw(viewports())
    for _ in range(draw(st.integers(0, 6))):
        what = draw(st.sampled_from(["zoom", "pan", "resize", "fit"]))
        if what == "zoom":
            at = (draw(st.floats(-500, 3500)), draw(st.floats(-500, 3500)))
            view = view.zoomed(draw(zooms), at)
        elif what == "pan":
            view = view.panned(draw(st.floats(-9000, 9000)), draw(st.floats(-9000, 9000)))
        elif what == "resize":
            view = view.resized(draw(views), draw(views), draw(ratios))
        else:
            view = view.fit()
    return view


def overlap(start: float, length: float, view: float) -> float:
    return min(start + length, view) - max(start, 0)


@given(viewports())
def test_a_fitted_picture_is_whole_in_the_middle_and_as_large_as_it_gets(view: Viewport) -> None:
    x, y = view.x, view.y
    width, height = view.width * view.scale, view.height * view.scale
    free = (max(1, view.view_width - 2 * view.margin), max(1, view.view_height - 2 * view.margin))
    assert width <= free[0] + 1e-6
    assert height <= free[1] + 1e-6
    assert isclose(x + width / 2, view.view_width / 2, abs_tol=1e-6)
    assert isclose(y + height / 2, view.view_height / 2, abs_tol=1e-6)
    touches = isclose(width, free[0], rel_tol=1e-9) or isclose(height, free[1], rel_tol=1e-9)
    assert touches or view.zoom == LARGEST
    assert view.fitted
    assert view.whole


@given(moved(), parts, parts, st.floats(1, 10))
def test_zooming_in_keeps_the_point_under_the_pointer(
    view: Viewport, across: float, down: float, by: float
) -> None:
    left, top = max(0.0, view.x), max(0.0, view.y)
    right = min(view.view_width, view.x + view.width * view.scale)
    bottom = min(view.view_height, view.y + view.height * view.scale)
    at = (left + across * (right - left), top + down * (bottom - top))
    after = view.zoomed(view.zoom * by, at)
    if after.whole:
        return
    before, now = view.to_picture(*at), after.to_picture(*at)
    for axis, (start, size, room) in enumerate(
        ((after.x, after.width, after.view_width), (after.y, after.height, after.view_height))
    ):
        length = size * after.scale
        # Not to be lost comes first: a sliver at the edge is drawn in as it grows.
        at_the_limit = isclose(overlap(start, length, room), min(KEPT, length, room), abs_tol=1e-6)
        assert at_the_limit or isclose(before[axis], now[axis], abs_tol=1e-5 * size)


@given(moved())
def test_the_picture_is_never_lost(view: Viewport) -> None:
    for start, length, room in (
        (view.x, view.width * view.scale, view.view_width),
        (view.y, view.height * view.scale, view.view_height),
    ):
        assert overlap(start, length, room) >= min(KEPT, length, room) - 1e-6


@given(moved(), zooms)
def test_zoom_keeps_its_limits_but_a_huge_picture_can_be_seen_whole(view: Viewport, zoom: float) -> None:
    for wanted in (zoom, 0.0, 1e9):
        after = view.zoomed(wanted)
        assert min(SMALLEST, view.fit().zoom) <= after.zoom <= LARGEST


@given(moved(), st.floats(-1e4, 1e4), st.floats(-1e4, 1e4))
def test_there_and_back(view: Viewport, x: float, y: float) -> None:
    back = view.to_view(*view.to_picture(x, y))
    assert isclose(back[0], x, rel_tol=1e-6, abs_tol=1e-4)
    assert isclose(back[1], y, rel_tol=1e-6, abs_tol=1e-4)


@given(viewports())
def test_one_to_one_is_a_picture_pixel_on_each_device_pixel(view: Viewport) -> None:
    at = view.zoomed(1.0)
    x, y, width, height = at.place
    assert isclose(width * at.ratio, view.width)
    assert isclose(height * at.ratio, view.height)
    for corner in (x, y):
        assert isclose(corner * at.ratio, round(corner * at.ratio), abs_tol=1e-6)


@given(viewports(), views, views)
def test_a_fitted_picture_follows_the_window_and_a_zoomed_one_keeps_its_middle(
    view: Viewport, width: int, height: int
) -> None:
    assert view.resized(width, height, view.ratio).whole
    zoomed = view.zoomed(LARGEST)
    after = zoomed.resized(width, height, view.ratio)
    assert after.zoom == zoomed.zoom
    if not after.whole and not zoomed.whole:
        before = zoomed.to_picture(zoomed.view_width / 2, zoomed.view_height / 2)
        now = after.to_picture(width / 2, height / 2)
        seen = all(0 <= point <= size for point, size in zip(before, (view.width, view.height), strict=True))
        if seen and min(width, height) >= 2 * KEPT:
            assert isclose(before[0], now[0], abs_tol=1e-6 * view.width + KEPT / LARGEST)
            assert isclose(before[1], now[1], abs_tol=1e-6 * view.height + KEPT / LARGEST)


def test_a_picture_that_is_seen_whole_is_not_pushed() -> None:
    view = Viewport(100, 50, 400, 400).fit()
    assert view.panned(30, 30).place == view.place
    assert view.panned(30, 30).fitted
