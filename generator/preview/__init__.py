"""Live preview: pages as they are asked for, and mistakes in a box on the page."""
