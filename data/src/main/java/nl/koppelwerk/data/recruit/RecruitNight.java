package nl.koppelwerk.data.recruit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.koppelwerk.domain.pairing.RunId;

/**
 * What a night says of whom to look for, as far as the reader sees the families.
 *
 * @param waitingForIntroductions requests for whom a volunteer is there, but no introduction that week
 * @param lines the one who helps most first; who would help none that the reader sees is left out
 */
public record RecruitNight(
        RunId run, LocalDate day, Instant reckonedAt, int waitingForIntroductions, List<RecruitLine> lines) {
    public RecruitNight {
        lines = List.copyOf(lines);
    }
}
