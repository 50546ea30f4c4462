"""The letters of cases (执法文书): their kinds, templates, words, and how they are drawn."""
