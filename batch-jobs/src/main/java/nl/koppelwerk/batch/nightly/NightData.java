package nl.koppelwerk.batch.nightly;

import nl.koppelwerk.batch.worker.SharedHands;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.run.Publishing;
import nl.koppelwerk.data.run.Reconciling;
import nl.koppelwerk.data.run.RunProgress;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.data.run.Snapshots;

/** The stores that a night reads and writes. */
record NightData(
        OrganisationScope scope,
        Runs runs,
        Snapshots snapshots,
        Publishing publishing,
        Reconciling reconciling,
        RunProgress progress,
        SharedHands hands) {}
