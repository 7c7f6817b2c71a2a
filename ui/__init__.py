"""The graph on screen: the console program, the Streamlit explorer, its views and its graph component."""
