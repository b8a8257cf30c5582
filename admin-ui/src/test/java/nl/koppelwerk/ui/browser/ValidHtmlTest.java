package nl.koppelwerk.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidHtmlTest {
    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"nl\"><head><title>x</title></head><body>%s</body></html>";

    @Test
    void aValidPageHasNothingAgainstIt() {
        assertThat(complaints("<h1>Vandaag</h1>")).isEmpty();
    }

    @Test
    void aListInAParagraphIsFound() {
        assertThat(complaints("<p id=\"a\"><ul><li>x</li></ul></p><b id=\"a\">y</b>"))
                .hasSizeGreaterThan(1)
                .anyMatch(complaint -> complaint.contains("Duplicate ID"));
    }

    private static List<String> complaints(String body) {
        return ValidHtml.complaints(PAGE.formatted(body).getBytes(StandardCharsets.UTF_8));
    }
}
