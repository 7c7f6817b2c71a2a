"""Text reuse: texts in, parallel passages and clusters of passages out."""
