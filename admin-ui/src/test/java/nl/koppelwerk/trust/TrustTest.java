package nl.koppelwerk.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustTest {
    private final StringWriter said = new StringWriter();

    @Test
    void aTableHasColumnsAsWideAsWhatIsInThem() {
        int exit = Promises.print(
                List.of(
                        new Promise("a file is imported once", 3, "1 effect", "1 effect", true),
                        new Promise("no mail is sent twice", 1200, "4 twice", "0 twice", false)),
                new PrintWriter(said, true));

        assertThat(said.toString()).isEqualToNormalizingNewlines("""
                        promise                  tries  found     goal
                        a file is imported once      3  1 effect  1 effect  met
                        no mail is sent twice     1200  4 twice   0 twice   NOT MET
                        """);
        assertThat(exit).isEqualTo(3);
    }

    @Test
    void endsWithZeroOnlyWhenEveryPromiseHeldAndOneWasTried() {
        PrintWriter out = new PrintWriter(said, true);

        assertThat(Promises.print(List.of(new Promise("held", 5, "0 lost", "0 lost", true)), out))
                .isZero();
        assertThat(Promises.print(List.of(), out)).isEqualTo(3);
    }

    @Test
    void saysWhichSuitesThereAre() {
        int exit = Trust.commands(new PrintWriter(said, true), new PrintWriter(said, true))
                .execute();

        assertThat(said.toString()).contains("faults");
        assertThat(exit).isZero();
    }
}
