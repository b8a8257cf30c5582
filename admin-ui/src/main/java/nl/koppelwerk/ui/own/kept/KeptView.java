package nl.koppelwerk.ui.own.kept;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is kept about a volunteer, as the page shows it. */
public record KeptView(JsonNode all) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What stands on the own page too is changed there. */
    private static final List<String> NOT_ON_THE_OWN_PAGE = List.of(
            "name", "email", "postcode", "street", "school", "gender", "screened", "trained", "experience_years");

    /** One thing that is kept. */
    public record Said(String name, String text) {}

    static KeptView of(String json) {
        return new KeptView(JSON.readTree(json));
    }

    /** Who the volunteer is to the organisation; what is not known is left out. */
    public List<Said> me() {
        JsonNode me = all.path("me");
        return NOT_ON_THE_OWN_PAGE.stream()
                .filter(name -> me.hasNonNull(name))
                .map(name -> new Said(name, text(me.path(name))))
                .toList();
    }

    public String programmes() {
        return String.join(
                ", ", all.path("programmes").valueStream().map(KeptView::text).toList());
    }

    public int count(String part) {
        return all.path(part).size();
    }

    private static String text(JsonNode value) {
        return value.isContainer()
                ? String.join(", ", value.valueStream().map(KeptView::text).toList())
                : value.asString();
    }
}
