package nl.koppelwerk.domain.snapshot;

import java.time.LocalDate;
import java.util.List;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.OpenCondition;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.pairing.Block;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.domain.volunteer.BothSides;
import nl.koppelwerk.domain.volunteer.Volunteer;

/**
 * Everything that the matching of one organisation on one night is decided on, read in one consistent view. With the same
 * snapshot, seed and software the same proposals come out.
 *
 * @param day the day that ages, waiting times and certificates are counted to
 * @param requests open requests, and those of the fixed pairings; by ascending reference, as are families and volunteers
 * @param fixed pairings under way, which are kept as they are
 * @param lastProposals pairings proposed the night before and still undecided; staying with them counts in their favour
 * @param places the postcodes that the people here live in
 * @param open conditions of programmes that families do not meet or that nobody asked them about yet
 * @param bothSides volunteers of households that ask for support themselves, or did
 */
public record Snapshot(
        OrganisationId organisation,
        LocalDate day,
        List<Programme> programmes,
        List<Family> families,
        List<SupportRequest> requests,
        List<Volunteer> volunteers,
        List<Pairing> fixed,
        List<Pairing> lastProposals,
        List<Block> blocks,
        List<Place> places,
        List<OpenCondition> open,
        List<BothSides> bothSides) {
    public Snapshot {
        programmes = List.copyOf(programmes);
        families = List.copyOf(families);
        requests = List.copyOf(requests);
        volunteers = List.copyOf(volunteers);
        fixed = List.copyOf(fixed);
        lastProposals = List.copyOf(lastProposals);
        blocks = List.copyOf(blocks);
        places = List.copyOf(places);
        open = List.copyOf(open);
        bothSides = List.copyOf(bothSides);
    }

    /** The same night, had this programme had these rules. */
    public Snapshot with(ProgrammeId programme, RuleSettings rules) {
        List<Programme> others = programmes.stream()
                .map(one -> one.id().equals(programme) ? one.with(rules) : one)
                .toList();
        return new Snapshot(
                organisation,
                day,
                others,
                families,
                requests,
                volunteers,
                fixed,
                lastProposals,
                blocks,
                places,
                open,
                bothSides);
    }
}
