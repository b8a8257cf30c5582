package nl.koppelwerk.trust.load;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.koppelwerk.trust.load.Browser.Page;

/** Comes in by the link of a mail, looks at the own page, changes when there is time, says that all still holds. */
final class VolunteerOnPhone implements Person {
    private static final Pattern WEEK = Pattern.compile("name=\"was.WEEK\" value=\"([a-z -]*)\"");
    private static final Pattern CHOICE = Pattern.compile("name=\"WEEK\" value=\"([a-z-]+)\"");

    private final Browser browser;
    private final String email;
    private final Mailbox mailbox;
    private final Choice next;
    private final String id;
    private int number;
    private Page own = new Page(0, Optional.empty(), new byte[0], false);

    VolunteerOnPhone(Browser browser, String email, Mailbox mailbox, RandomGenerator random) {
        this.browser = browser;
        this.email = email;
        this.mailbox = mailbox;
        this.id = new UUID(random.nextLong(), random.nextLong()).toString();
        this.next = new Choice(random)
                .of(60, this::look)
                .of(12, this::changeWeek)
                .of(4, () -> browser.send("volunteer: nothing changed", "/own/confirm", look(), List.of()))
                .of(4, () -> browser.open("volunteer: what is kept", "/own/kept"));
    }

    @Override
    public void comeIn() {
        Page page = browser.open("volunteer: ask for a link", "/own/ask");
        Page sent = browser.send("volunteer: ask for a link", "/own/ask", page, List.of(Map.entry("email", email)));
        String link = mailbox.await(email);
        own = browser.send("volunteer: come in", "/own/enter", sent, List.of(Map.entry("link", link)));
    }

    @Override
    public void press() {
        next.take();
    }

    private Page look() {
        own = browser.open("volunteer: own page", "/own");
        return own;
    }

    /** One day-part more or less. */
    private void changeWeek() {
        Page page = own.status() == 200 ? own : look();
        List<String> choices = page.all(CHOICE);
        if (choices.isEmpty()) {
            look();
            return;
        }
        String before = page.first(WEEK).orElse("");
        String touched = next.among(choices);
        List<String> said =
                Arrays.stream(before.split(" ")).filter(one -> !one.isEmpty()).toList();
        Stream<String> after = said.contains(touched)
                ? said.stream().filter(one -> !one.equals(touched))
                : Stream.concat(said.stream(), Stream.of(touched));
        number++;
        browser.change(
                "volunteer: change",
                "/own/save",
                page,
                Stream.concat(
                                Stream.of(
                                        Map.entry("field", "WEEK"),
                                        Map.entry("was.WEEK", before),
                                        Map.entry("page", id),
                                        Map.entry("number", String.valueOf(number))),
                                after.map(one -> Map.entry("WEEK", one)))
                        .toList());
        own = new Page(0, Optional.empty(), new byte[0], false);
    }

    @Override
    public Browser browser() {
        return browser;
    }
}
