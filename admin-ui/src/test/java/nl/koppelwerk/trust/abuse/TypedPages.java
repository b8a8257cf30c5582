package nl.koppelwerk.trust.abuse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import nl.koppelwerk.trust.abuse.Site.Page;
import nl.koppelwerk.ui.access.TwoOrganisations.Reader;
import nl.koppelwerk.ui.browser.Chromium;
import org.jspecify.annotations.Nullable;

/** Types scripts, markup, formulas and odd letters in every field of every form in a real browser, and opens every page. */
final class TypedPages implements Attack {
    /** These take away what the pages are to show, or the way in. */
    private static final String TAKES_AWAY =
            "(erase|merge|close|withdraw|remove|drop|discard|logout|password|second-step|sessions|end-|stop|leave|login)";

    /** How many forms of a page have a field that takes text, by their place; those that take away left out. */
    private static final String FORMS = """
            away => [...document.forms].map((form, place) => ({form, place}))
                .filter(({form}) => !new RegExp(away).test(form.getAttribute('action') || location.pathname)
                    && !form.querySelector('input[type=password],input[type=file]')
                    && form.querySelector('input[type=text],input[type=search],input:not([type]),input[type=email],input[type=tel],textarea'))
                .map(({form, place}) => place + ' ' + form.action + ' ' + form.method)
            """;

    /** Fills a form in and sends it as a browser without scripts of ours does; answers in how many fields something was typed. */
    private static final String SEND = """
            ({place, texts, strict}) => {
                const form = document.forms[place];
                let typed = 0;
                const last = select => [...select.options].map(one => one.value).filter(one => one).pop() || '';
                for (const field of [...form.elements]) {
                    const plain = !field.type || ['text', 'search', 'textarea'].includes(field.type);
                    const pattern = field.pattern || field.inputMode === 'numeric' || /postcode|phone|mail|number/i.test(field.name);
                    if (field.disabled || !field.name) continue;
                    if (plain && (strict || !pattern) || strict && ['email', 'tel'].includes(field.type)) {
                        const text = texts.pop();
                        field.removeAttribute('maxlength');
                        if (field.type === 'email') field.type = 'text';
                        field.value = text;
                        typed++;
                    } else if (field.tagName === 'SELECT' && !field.value) field.value = last(field);
                    else if (field.type === 'radio' && ![...form.elements].some(one => one.name === field.name && one.checked)) field.checked = true;
                    else if (['email'].includes(field.type) && !field.value) field.value = 'iemand@voorbeeld.example';
                    else if (field.type === 'tel' && !field.value) field.value = '0612345678';
                    else if (plain && !field.value) field.value = /postcode/i.test(field.name) ? '3021' : /mail/i.test(field.name) ? 'iemand@voorbeeld.example' : '0612345678';
                    else if (field.type === 'date' && !field.value) field.value = '2026-12-01';
                    else if (field.type === 'month' && !field.value) field.value = '2026-12';
                    else if (field.type === 'time' && !field.value) field.value = '10:00';
                    else if (field.type === 'number' && !field.value) field.value = field.min || '2';
                }
                const button = form.querySelector('button[name]:not([formaction])');
                if (button) {
                    const said = document.createElement('input');
                    Object.assign(said, {type: 'hidden', name: button.name, value: button.value});
                    form.append(said);
                }
                HTMLFormElement.prototype.submit.call(form);
                return typed;
            }
            """;

    private static final String LONGEST = """
            place => [...document.forms[place].elements].filter(one => one.type !== 'hidden')
                .map(one => one.maxLength > 0 ? one.maxLength : 200)
            """;

    /** As somebody types in every field, so that whatever looks things up while one types does so. */
    private static final String TYPE = """
            texts => document.querySelectorAll('input[type=text],input[type=search],input:not([type]),textarea').forEach(one => {
                one.value = texts[Math.floor(one.name.length % texts.length)];
                one.dispatchEvent(new Event('input', {bubbles: true}));
                one.dispatchEvent(new Event('change', {bubbles: true}));
            })
            """;

    private static final String FILES = """
            () => [...document.querySelectorAll('a[href]')].map(one => one.href.replace(/#.*/, ''))
                .filter(href => href.startsWith(location.origin) && /\\\\.(csv|xlsx|json|pdf|ics|eml|svg|txt|yaml)(\\\\?|$)/.test(href))
            """;

    private final Held answered = new Held("A form with texts in each of its fields is answered (Chromium)");
    private final Held safe = new Held("No page runs or builds in what somebody typed (Chromium)");
    private final Held asTyped = new Held("What was typed is shown as it was typed");
    private final Held fits = new Held("No page becomes wider than a telephone by what was typed");
    private final TakenAlong files = new TakenAlong();
    private final Held fields = new Held("Texts that were typed in a field");

    private int refused;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public List<Held> on(Grounds grounds, Random random, int tries) {
        Site site = Site.of(grounds);
        Payloads payloads = new Payloads(random);
        try (Chromium chromium = Chromium.open()) {
            int typed = 0;
            do {
                int more = 0;
                for (@Nullable Reader reader : readers()) {
                    more += asReader(
                            chromium.browser(),
                            grounds,
                            reader,
                            surfer -> type(grounds, surfer, site, reader, payloads));
                }
                for (@Nullable Reader reader : readers()) {
                    asReader(
                            chromium.browser(),
                            grounds,
                            reader,
                            surfer -> read(grounds, surfer, site, reader, payloads));
                }
                typed = more == 0 ? tries : typed + more;
            } while (typed < tries);
        }
        files.mails(grounds);
        List<Held> all = new ArrayList<>(List.of(fields, answered, safe, asTyped, fits));
        all.addAll(files.held());
        return all;
    }

    private static List<@Nullable Reader> readers() {
        List<@Nullable Reader> readers = new ArrayList<>();
        readers.add(null);
        readers.addAll(Arrays.asList(Reader.values()));
        return readers;
    }

    private static int asReader(Browser browser, Grounds grounds, @Nullable Reader reader, ToIntFunction<Surfer> work) {
        grounds.database().ownerJdbc().sql("delete from failed_attempts").update();
        try (Surfer surfer = new Surfer(browser)) {
            surfer.signIn(grounds, reader);
            return work.applyAsInt(surfer);
        }
    }

    private static List<String> addresses(Site site, @Nullable Reader reader) {
        return site.pages().stream()
                .filter(one -> one.by() == reader && !one.address().matches(".*(logout|leave).*"))
                .map(Page::address)
                .distinct()
                .toList();
    }

    private int type(Grounds grounds, Surfer surfer, Site site, @Nullable Reader reader, Payloads payloads) {
        Map<String, Integer> doors = new TreeMap<>();
        int typed = 0;
        for (String address : addresses(site, reader)) {
            if (surfer.go(grounds.pages().address() + address)
                    .filter(status -> status < 400)
                    .isEmpty()) {
                continue;
            }
            for (Map.Entry<Integer, String> form : forms(surfer).entrySet()) {
                // Of forms that are on many pages, such as a search, twice is enough.
                if (doors.merge(form.getValue(), 1, Integer::sum) <= 2) {
                    typed += both(grounds, surfer, address, form.getKey(), payloads);
                }
            }
        }
        return typed;
    }

    /** In every field at once; when that is refused, only in those that take any text. */
    private int both(Grounds grounds, Surfer surfer, String address, int place, Payloads payloads) {
        String where = (address + ", form " + place).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}");
        int typed = 0;
        for (boolean strict : List.of(true, false)) {
            surfer.go(grounds.pages().address() + address);
            if (!forms(surfer).containsKey(place)) {
                return typed;
            }
            int before = refused;
            typed += sent(grounds, surfer, where, place, strict, payloads);
            if (refused == before) {
                return typed;
            }
        }
        return typed;
    }

    /** Where they go, by their place on the page. */
    private static Map<Integer, String> forms(Surfer surfer) {
        Map<Integer, String> forms = new TreeMap<>();
        if (surfer.page().evaluate(FORMS, TAKES_AWAY) instanceof List<?> found) {
            for (Object one : found) {
                String[] said = String.valueOf(one).split(" ", 2);
                forms.put(Integer.parseInt(said[0]), said[1].replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}"));
            }
        }
        return forms;
    }

    private int sent(Grounds grounds, Surfer surfer, String where, int place, boolean strict, Payloads payloads) {
        List<String> texts = new ArrayList<>();
        if (surfer.page().evaluate(LONGEST, place) instanceof List<?> longest) {
            longest.forEach(one -> texts.add(0, payloads.next(Integer.parseInt(String.valueOf(one)))));
        }
        int[] typed = new int[1];
        try {
            Response answer = surfer.page()
                    .waitForNavigation(() -> typed[0] = Integer.parseInt(String.valueOf(
                            surfer.page().evaluate(SEND, Map.of("place", place, "texts", texts, "strict", strict)))));
            int status = Optional.ofNullable(answer).map(Response::status).orElse(200);
            answered.expect(status < 500, where + ": " + status);
            refused += status < 400 ? 0 : 1;
            looked(surfer, where, payloads);
        } catch (PlaywrightException e) {
            answered.expect(
                    typed[0] == 0,
                    where + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        grounds.database().ownerJdbc().sql("delete from failed_attempts").update();
        IntStream.range(0, typed[0]).forEach(one -> fields.expect(true, ""));
        return typed[0];
    }

    private void looked(Surfer surfer, String where, Payloads payloads) {
        List<String> wrong = surfer.wrong();
        safe.expect(wrong.isEmpty(), where + ": " + wrong);
        for (String text : surfer.marked()) {
            List<String> otherwise = payloads.otherwise(text);
            IntStream.range(0, Payloads.marks(text))
                    .forEach(mark -> asTyped.expect(mark >= otherwise.size(), where + ": " + otherwise));
        }
    }

    private int read(Grounds grounds, Surfer surfer, Site site, @Nullable Reader reader, Payloads payloads) {
        Set<String> files = new HashSet<>();
        for (String address : addresses(site, reader)) {
            String where = address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}") + " by " + reader;
            Optional<Integer> status = surfer.go(grounds.pages().address() + address);
            if (status.isEmpty()) {
                files.add(grounds.pages().address() + address);
                continue;
            }
            answered.expect(status.get() < 500, where + ": " + status.get());
            if (surfer.page().evaluate(FILES) instanceof List<?> found) {
                found.forEach(href -> files.add(String.valueOf(href)));
            }
            looked(surfer, where, payloads);
            String wide = surfer.tooWide();
            fits.expect(wide.isEmpty(), where + ": " + wide);
            surfer.page().evaluate(TYPE, List.of(payloads.next(200), payloads.next(60)));
            List<String> wrong = surfer.wrong();
            safe.expect(wrong.isEmpty(), where + ", while typing: " + wrong);
        }
        files.forEach(address -> this.files.look(surfer.download(address)));
        return 0;
    }
}
