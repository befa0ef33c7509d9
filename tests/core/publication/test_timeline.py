import xml.etree.ElementTree as ElementTree
from datetime import date

from workbench.core.compare.bearings import bearing
from workbench.core.events.side_by_side import figures_side_by_side
from workbench.core.publication.timeline import timeline_svg

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*said, publisher="The Gazette"):
    sides = [
        bearing(text, article=f"a{i}", published=day, publisher=publisher)
        for i, (text, day) in enumerate(said)
    ]
    return ElementTree.fromstring(timeline_svg(figures_side_by_side(sides)))


STORM = (
    ("The storm killed 12 people.", date(2024, 3, 1)),
    ("The storm killed 30 people.", date(2024, 3, 4)),
    ("The storm killed 20 people.", date(2024, 3, 11)),
)


def test_later_figures_stand_further_right_and_higher_ones_higher():
    dots = [(float(c.get("cx")), float(c.get("cy"))) for c in drawn(*STORM).iter(f"{SVG}circle")]
    assert [x for x, _ in dots] == sorted(x for x, _ in dots)
    assert dots[1][1] < dots[2][1] < dots[0][1]


def test_each_thing_has_its_own_panel():
    image = drawn(*STORM, ("The storm injured 90 people.", date(2024, 3, 2)))
    assert len([g for g in image if g.tag == f"{SVG}g"]) == 2


def test_a_conflict_is_marked_and_an_open_end_runs_to_the_edge():
    image = drawn(
        ("The storm killed 30 people.", date(2024, 3, 1)),
        ("The storm killed at least 3 people.", date(2024, 3, 9)),
    )
    assert "conflict" in {g.get("class") for g in image.iter(f"{SVG}g")}
    ends = [abs(float(n.get("y1")) - float(n.get("y2"))) for n in image.iter(f"{SVG}line")]
    assert max(ends) > 50


def test_hostile_names_stay_text():
    image = drawn(*STORM, publisher="<script>alert(1)</script>&\x1b[31m\u202e\x00")
    assert not list(image.iter(f"{SVG}script"))


def test_nothing_to_draw_says_so():
    assert "No dated figures" in timeline_svg([])
    undated = figures_side_by_side([bearing("The storm killed 30 people.")])
    assert "No dated figures" in timeline_svg(undated)
