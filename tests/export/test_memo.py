from r2p_app.export.memo import Bullets, Heading, NewPage, Paper, Paragraph, to_markdown


def test_a_paper_as_markdown() -> None:
    paper = Paper(
        "Cut or keep?",
        "21 April 1994",
        (
            Heading("Memo"),
            Paragraph("Keep it.\nNow.", "Recommendation"),
            Bullets(("One", "Two\nlines")),
            NewPage(),
            Heading("More", 2),
            Paragraph(""),
        ),
    )
    assert to_markdown(paper) == (
        "# Cut or keep?\n\n21 April 1994\n\n## Memo\n\n**Recommendation**\nKeep it.  \nNow.\n\n"
        "- One\n- Two lines\n\n---\n\n### More\n\n–\n"
    )


def test_what_a_learner_wrote_is_no_markup() -> None:
    paper = Paper("T", "", (Paragraph("# no heading\n- no list\n1. none\n*plain* [text](x) <b>"),))
    written = to_markdown(paper).split("\n\n")[1].rstrip("\n")
    assert written == ("\\# no heading  \n\\- no list  \n1\\. none  \n\\*plain\\* \\[text\\](x) \\<b\\>")
