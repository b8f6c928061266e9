package io.firekeeper.web;

/**
 * Which part of a long table a page shows.
 *
 * @param page the page from 1
 * @param size the rows of a full page
 * @param total the rows of the whole table
 */
public record Paging(int page, int size, long total) {

	/** The size of a page unless the URL says otherwise. */
	public static final int DEFAULT_SIZE = 50;

	public Paging {
		page = Math.max(1, page);
		size = Math.clamp(size, 1, 200);
	}

	public static Paging of(int page, long total) {
		return new Paging(page, DEFAULT_SIZE, total);
	}

	/** The rows before this page. */
	public long offset() {
		return (this.page - 1L) * this.size;
	}

	/** The number of the first row shown. */
	public long from() {
		return Math.min(offset() + 1, this.total);
	}

	/** The number of the last row shown. */
	public long to() {
		return Math.min(offset() + this.size, this.total);
	}

}
