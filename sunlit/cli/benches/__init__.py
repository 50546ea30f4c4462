"""The benchmarks: what each measures, in one run, beside something plain."""
