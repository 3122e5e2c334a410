"""A report as a file, one module a format. No Flask: a format knows the Report value and nothing else."""
