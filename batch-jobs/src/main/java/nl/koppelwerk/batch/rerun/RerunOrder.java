package nl.koppelwerk.batch.rerun;

import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.rerun.Rerun;
import nl.koppelwerk.domain.pairing.RunId;
import nl.koppelwerk.domain.programme.OrganisationId;

/**
 * The night of a run, once more.
 *
 * @param draft the rules to try; empty: with the rules of that night
 */
public record RerunOrder(OrganisationId organisation, RunId run, UUID account, Optional<Rerun.Draft> draft) {}
