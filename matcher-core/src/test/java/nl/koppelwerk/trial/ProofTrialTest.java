package nl.koppelwerk.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProofTrialTest {

    @Test
    void noBoundProofOrCertificateIsFalseOnThreeHundredRandomProblems() {
        ProofTrial.Outcome outcome = new ProofTrial(System::nanoTime).run(300, 71, done -> {});

        assertThat(outcome.contradictions()).isEmpty();
        assertThat(outcome.proven()).isEqualTo(300);
    }
}
