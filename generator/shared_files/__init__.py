"""What the pages share: docs/*.yml, references.bib and the drawings, each read into typed records."""
