package nl.koppelwerk.data.view;

/**
 * A row of a file that was refused.
 *
 * @param row its number in the file
 */
public record RejectedRow(String file, int row, String column, String reasonDutch, String reasonEnglish) {}
