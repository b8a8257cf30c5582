package nl.koppelwerk.trust.load;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import nl.koppelwerk.trust.load.LoadCity.People;

/** Everybody at once, each on a thread of their own, who thinks between two presses. */
final class Crowd implements AutoCloseable {
    private static final int NETWORKS = 16;
    private static final int AT_THE_DOOR = 4;

    private final URI address;
    private final Measurements measurements;
    private final Random random;
    private final List<HttpClient> networks = new ArrayList<>();
    private final List<Person> persons = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger in = new AtomicInteger();

    Crowd(URI address, Measurements measurements, long seed) {
        this.address = address;
        this.measurements = measurements;
        this.random = new Random(seed);
        for (int number = 0; number < NETWORKS; number++) {
            networks.add(network(number + 1));
        }
    }

    /** Each network has addresses of its own, as households have; where the computer knows only one, all share it. */
    private static HttpClient network(int number) {
        HttpClient.Builder network =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER);
        try {
            return System.getProperty("os.name").startsWith("Linux")
                    ? network.localAddress(InetAddress.getByName("127.0." + number + ".1"))
                            .build()
                    : network.build();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One in ten of the presses of volunteers is by somebody who was never here. */
    void gather(People people, Path mail) {
        Mailbox mailbox = new Mailbox(mail);
        for (int number = 0; number < people.coordinators(); number++) {
            String email = people.coordinator(number);
            add((browser, own) -> new CoordinatorAtWork(browser, email, own));
        }
        for (int number = 0; number < people.volunteers(); number++) {
            String email = people.volunteer(number);
            add((browser, own) -> new VolunteerOnPhone(browser, email, mailbox, own));
        }
        for (int number = 0; number < Math.max(1, people.volunteers() / 10); number++) {
            add(OthersLooking::stranger);
        }
        for (int number = 0; number < Math.max(1, people.coordinators() / 10); number++) {
            add((browser, own) -> OthersLooking.reader(browser, people.reader(), own));
            add((browser, own) -> OthersLooking.administrator(browser, people.administrator(), own));
        }
    }

    private void add(BiFunction<Browser, RandomGenerator, Person> person) {
        HttpClient network = networks.get(persons.size() % NETWORKS);
        persons.add(person.apply(new Browser(network, address, measurements), new Random(random.nextLong())));
    }

    int size() {
        return persons.size();
    }

    /** How many came in. */
    int in() {
        return in.get();
    }

    /** Lets all come in, a few at a time, and then press until it is over; together so many requests each second. */
    void start(double requestsEachSecond) {
        Semaphore door = new Semaphore(AT_THE_DOOR);
        double each = persons.size() / requestsEachSecond;
        for (Person person : persons) {
            RandomGenerator own = new Random(random.nextLong());
            threads.execute(() -> {
                door.acquireUninterruptibly();
                try {
                    person.comeIn();
                    in.incrementAndGet();
                } finally {
                    door.release();
                }
                person.browser().requestsSince();
                stay(person, each, own);
            });
        }
    }

    /** Thinks longer after what took more requests, so that the number of requests a second is what was asked for. */
    private void stay(Person person, double secondsForEach, RandomGenerator own) {
        think((long) (own.nextDouble() * secondsForEach * 1e9));
        while (!over.get()) {
            long start = System.nanoTime();
            person.press();
            int requests = person.browser().requestsSince();
            double seconds = -Math.log(1 - own.nextDouble()) * secondsForEach * requests;
            think((long) (seconds * 1e9) - (System.nanoTime() - start));
        }
    }

    private static void think(long nanos) {
        LockSupport.parkNanos(Math.max(0, nanos));
    }

    @Override
    public void close() {
        over.set(true);
        threads.shutdownNow();
        networks.forEach(HttpClient::shutdownNow);
    }
}
