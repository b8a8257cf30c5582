package nl.koppelwerk.ui.own.kept;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is kept about a volunteer, as the page and the file to take along show it. */
public record KeptView(JsonNode all) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What stands on the own page too is changed there. */
    private static final List<String> NOT_ON_THE_OWN_PAGE = List.of(
            "name", "email", "postcode", "street", "school", "gender", "screened", "trained", "experience_years");

    /** A part of the file: lines of what each is called and what it says. */
    public record Part(String name, List<List<Said>> entries) {}

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

    /** Everything, part by part. */
    public List<Part> parts() {
        return all.propertyStream()
                .map(part -> new Part(part.getKey(), entries(part.getValue()).toList()))
                .toList();
    }

    private static Stream<List<Said>> entries(JsonNode value) {
        return value.isArray() ? value.valueStream().map(KeptView::lines) : Stream.of(lines(value));
    }

    private static List<Said> lines(JsonNode value) {
        return value.isObject()
                ? value.propertyStream()
                        .filter(one -> !one.getValue().isNull())
                        .map(KeptView::said)
                        .toList()
                : List.of(new Said("", text(value)));
    }

    private static Said said(Map.Entry<String, JsonNode> one) {
        return new Said(one.getKey(), text(one.getValue()));
    }

    private static String text(JsonNode value) {
        return value.isContainer()
                ? String.join(", ", value.valueStream().map(KeptView::text).toList())
                : value.asString();
    }
}
