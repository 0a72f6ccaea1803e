package vn.quyche.core.directory.internal.service.sheet;

/**
 * How much of a file is read.
 *
 * @param maxUnpacked bytes of one part of an Excel file when unpacked
 * @param maxRatio how many times larger a part may be than its packed form, from a megabyte on
 */
public record TableLimits(long maxUnpacked, int maxRatio) {

    /** Ample for 100,000 rows. */
    public static final TableLimits USUAL = new TableLimits(256L << 20, 300);

    /** Columns further right are not looked at. */
    static final int MAX_COLUMNS = 256;
    /** As long as Excel lets a cell be. */
    static final int MAX_CELL = 32_767;
}
