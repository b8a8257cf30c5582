package nl.koppelwerk.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class ProofTrialTest {

    @Test
    void noBoundProofOrCertificateIsFalseOnThreeHundredRandomProblems() {
        ProofTrial.Outcome outcome = new ProofTrial(Clock.systemUTC()).run(300, 71, done -> {});

        assertThat(outcome.contradictions()).isEmpty();
        assertThat(outcome.optimal() + outcome.infeasible()).isEqualTo(300);
        assertThat(outcome.infeasible()).isPositive();
    }
}
