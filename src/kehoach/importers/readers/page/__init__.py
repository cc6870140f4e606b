"""A printed page: words at their places, made into lines, columns and ruled tables."""
