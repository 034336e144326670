"""The shapes of charts."""

from hypothesis import given
from hypothesis import strategies as st

from multimedia.charts import bar_chart, line_chart, scale

NUMBERS = st.decimals(-(10**6), 10**6, allow_nan=False, places=2)


def test_bars_are_as_long_as_their_numbers():
    drawing = bar_chart([("May", [10]), ("June", [40])], str)
    assert [bar.width for bar in drawing.bars] == [19.5, 78]
    assert [bar.x for bar in drawing.bars] == [0, 0]
    assert [label.text for label in drawing.labels] == ["May", "June"]


def test_bars_begin_on_the_right_where_one_reads_from_there():
    [bar] = bar_chart([("May", [10])], str, rtl=True).bars
    assert (bar.x, bar.width, bar.number_x) == (22, 78, 20.5)


def test_bars_of_nothing_have_no_length():
    assert [bar.width for bar in bar_chart([("May", [0])], str).bars] == [0]
    assert bar_chart([], str).height == 0


def test_lines_go_from_number_to_number():
    drawing = line_chart([("May", [0, 4]), ("June", [4, 0]), ("July", [2, 2])], str)
    assert [point.series for point in drawing.points] == [1, 1, 1, 2, 2, 2]
    assert len(drawing.segments) == 4
    first, second = drawing.points[:2]
    assert first.y > second.y, "more stands higher"
    assert [label.anchor for label in drawing.labels[-3:]] == ["start", "middle", "end"]


def test_scale_has_round_numbers():
    assert scale([3, 97]) == [0, 25, 50, 75, 100]
    assert scale([-3, 4]) == [-4, -2, 0, 2, 4]
    assert scale([0, 0]) == [0, 0.25, 0.5, 0.75, 1]


@given(st.lists(st.tuples(st.just("x"), st.lists(NUMBERS, min_size=2, max_size=2)), max_size=12))
def test_everything_stays_within_the_drawing(rows):
    drawing = line_chart(rows, str)
    assert all(0 <= point.x <= 100 for point in drawing.points)
    assert all(0 <= point.y <= drawing.height for point in drawing.points)
