"""The graph on screen: the console program, the Streamlit explorer, its views and its graph component.

    cli, commands/                   the console program; one file a verb
      reading, report, answers, output                                     what verbs share
    serving, app                     starts the explorer; its page
    views/                           one file a view; bar, filters, search, drawing, details, evidence serve them all
    data, facts                      what the explorer asks of a store: short, bounded queries
    component, panels                wrappers of the components in frontend/
    canvas/                          sources of the graph component and of the snapshot's script, built into frontend/
    words.json, language             the interface's words in Chinese and English
    look, style.css, views.css       the palette of graph/look.json as CSS, and the rules
"""
