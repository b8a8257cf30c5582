package nl.koppelwerk.ui.system;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.stream.Stream;
import nl.koppelwerk.data.work.Workers;
import org.springframework.stereotype.Component;

/** How many workers are alive and how many parts those have planned, as {@code koppelwerk.workers}. */
@Component
class WorkerMetrics implements MeterBinder {
    private final Workers workers;

    WorkerMetrics(Workers workers) {
        this.workers = workers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("koppelwerk.workers", () -> alive().count())
                .description("worker processes that give signs of life")
                .register(registry);
        Gauge.builder(
                        "koppelwerk.workers.pieces",
                        () -> alive().mapToLong(Workers.Worker::pieces).sum())
                .description("parts of nights that these workers have planned since they started")
                .register(registry);
    }

    private Stream<Workers.Worker> alive() {
        return workers.list().stream().filter(Workers.Worker::isAlive);
    }
}
