package nl.koppelwerk.ui.system;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.koppelwerk.data.alarm.Alarm;
import nl.koppelwerk.data.alarm.Alarms;
import org.springframework.stereotype.Component;

/** For each kind of alarm at how many organisations it rings, as {@code koppelwerk.alarms}; looked up once a minute at most. */
@Component
class AlarmMetrics implements MeterBinder {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Alarms alarms;
    private final Clock clock;
    private Instant lookedAt = Instant.MIN;
    private List<Alarm> last = List.of();

    AlarmMetrics(Alarms alarms, Clock clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Alarm.Kind kind : Alarm.Kind.values()) {
            Gauge.builder("koppelwerk.alarms", () -> ringing(kind))
                    .tag("kind", kind.name())
                    .description("organisations at which this alarm rings")
                    .register(registry);
        }
    }

    private synchronized long ringing(Alarm.Kind kind) {
        Instant now = clock.instant();
        if (lookedAt.isBefore(now.minus(FRESH))) {
            last = alarms.list();
            lookedAt = now;
        }
        return last.stream().filter(alarm -> alarm.kind() == kind).count();
    }
}
