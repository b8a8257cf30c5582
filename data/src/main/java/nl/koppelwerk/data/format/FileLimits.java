package nl.koppelwerk.data.format;

/**
 * How large a file may be, so that no file makes the software run out of memory or time.
 *
 * @param maximumBytes of the file itself
 * @param maximumInflatedBytes of everything in an XLSX file, unpacked
 * @param maximumStringsBytes of the parts of an XLSX file that have to be kept in memory, unpacked
 */
public record FileLimits(long maximumBytes, long maximumInflatedBytes, long maximumStringsBytes) {
    private static final long MEGABYTE = 1 << 20;
    public static final FileLimits DEFAULT = new FileLimits(512 * MEGABYTE, 1024 * MEGABYTE, 96 * MEGABYTE);

    /** For a file that comes through a browser. */
    public static final FileLimits OF_A_PAGE = new FileLimits(10 * MEGABYTE, 256 * MEGABYTE, 32 * MEGABYTE);

    /** Columns that a table may have, used or not. */
    static final int MAXIMUM_COLUMNS = 500;

    long maximumMegabytes() {
        return maximumBytes / MEGABYTE;
    }
}
