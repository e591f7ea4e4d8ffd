"""Paper: PDF documents set by Typst from templates in `resources/typst`.

What stands on the paper is data (JSON), never template text. `setting.compile_pdf` makes the file; `blocks` turns the
markup of content into the data that `lib.typ` sets. Pictures come as SVG from whoever can draw them.
"""
