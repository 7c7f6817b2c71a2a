"""Records in, property graph out: model, build, folder, stores, pictures, exporters.

    model                            labels, relationship types, properties: the table that all others follow
    build                            readings to a networkx graph; one file an idea:
      structure, mentions, entities, labels, organs, duplicates, lexicon_index, ids
      expression, association                                              themes; what stands in one sentence
      members, member_use, member_words, formula_readings, issuers, put_forward, variants, quotations
      passages, echoes                                                     shared passages; echoes of quotations
      corrections, corrected                                               the user's decisions
    folder, manifest, tables, cache, files, stats, verify                  the graph folder, and its checks
    stores/                          where a graph is queried: the embedded engine, Neo4j; what is refused, and why
    load, prune, bolt, packstream    into a Neo4j server; over Bolt to any client
    questions/, measures/            ready-made questions with their twins; measures of a graph
    derived                          what is made once and kept beside the graph:
      overview, facts, findings, columns, map_layout, suggestions
    picture                          overview or layout and filters to what is drawn
      columns_picture, map_picture, drawing
    exporters/, exports, filters, snapshot                                 other formats, whole or in part
"""
