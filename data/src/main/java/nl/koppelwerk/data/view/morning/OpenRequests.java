package nl.koppelwerk.data.view.morning;

/**
 * The requests that wait for a volunteer, each counted in one place only.
 *
 * @param total all of them
 * @param toDecide with a proposal to decide on
 * @param held with a volunteer held for them
 * @param withoutProposal that the last run found nobody for
 * @param notSearched new since the last run, or declined since: looked at tonight
 */
public record OpenRequests(int total, int toDecide, int held, int withoutProposal, int notSearched) {}
