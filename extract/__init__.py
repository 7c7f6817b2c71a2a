"""Text in, records out: readers, cleaning, structure, extractors and the lexicon.

The way of a text, and where to look for each step:

    sources, readers/, encoding      files and folders to decoded texts; one reader a format
      markdown, word*, paper, pdf_pages, columns, running_heads, tables     what a format needs beside its reader
      given, metadata_files, file_names                                    what the user says of a text
    speeches                         a decoded text to a Speech: view, sentences, sections
      cleaning, sentences, sections, headings, numbering, series, titles, units
    lexicon/                         curated entries, loaded once, matched by one automaton
    pipeline, component              runs the extractors as one component of a spaCy pipeline
    extractors/                      one file a kind of mention; each a function on a Speech
      members, couplets, quotemarks, speakers                              formulas, slogans, quotations
      naming, clashes, numerals, organs, congresses, named_events, people/ named things
    resolve, stance, themes          longest match, nesting, voice, stance; themes of sections and sentences
    metadata                         title, genre, level, organ, region, speaker, date bounds
      genres, origins, dating, anchors
    annotations                      a Reading to JSON Lines and back
    reuse/, discovery/               passages that texts share; wordings that the lexicon lacks

What everyone shares stands in `records`, `registry` and `errors`.
"""
