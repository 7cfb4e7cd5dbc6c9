package de.stadttor.bench.load;

import de.stadttor.bench.machine.Foreground;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Gatling in a process of its own, which stays warm from the first phase to the last. */
public final class LoadProcess {

    private static final String FOLDER = "stadttor.bench.folder";
    private static final String PLAN = "plan.json";
    private static final String OUTCOME = "outcome.json";

    private LoadProcess() {}

    /**
     * Runs a plan to its end.
     *
     * @param folder for what the processes tell each other
     */
    public static Outcome run(Class<? extends Simulation> simulation, Plan plan, Path folder)
            throws IOException, InterruptedException {
        Exchange.write(folder.resolve(PLAN), plan);
        Foreground.run(List.of(
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-D" + FOLDER + "=" + folder,
                "-Dlogback.configurationFile=load-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "io.gatling.app.Gatling",
                "--simulation=" + simulation.getName(),
                "--results-folder=" + folder.resolve("gatling"),
                "--no-reports"));
        return Exchange.read(folder.resolve(OUTCOME), Outcome.class);
    }

    /** Called by the simulation, in its process. */
    static Plan plan() {
        return Exchange.read(folder().resolve(PLAN), Plan.class);
    }

    /** Called by the simulation, in its process, when it is over. */
    static void report(Outcome outcome) {
        Exchange.write(folder().resolve(OUTCOME), outcome);
    }

    private static Path folder() {
        return Path.of(Objects.requireNonNull(System.getProperty(FOLDER), FOLDER));
    }
}
