"""Pictures of chains: drawn in layers as SVG and PNG, and as a page to move about in."""
