package nl.koppelwerk.data.run;

/**
 * What came of publishing.
 *
 * @param standing proposals that coordinators see now
 * @param outrun proposals that people's decisions or changes since the snapshot have made pointless
 */
public record Published(int standing, int outrun) {}
