package nl.koppelwerk.data.recruit;

import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.recruit.Profile;

/**
 * A volunteer to look for.
 *
 * @param families that would get somebody when only this one comes, less those that would lose theirs
 * @param together the same when all before in the list come as well
 */
public record RecruitLine(int rank, Profile profile, Place place, int families, int together) {}
