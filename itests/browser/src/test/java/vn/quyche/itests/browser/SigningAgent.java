package vn.quyche.itests.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.quyche.agent.Agent;

/** The agent on the PC of who signs, as a process of its own; somebody at its keyboard says yes and enters the PIN. */
final class SigningAgent implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final Process process;
    private final Path output;

    private SigningAgent(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts one where the pages of the school look for it, with one key file. */
    static SigningAgent start(Path folder, Path keyFile, String pin) throws IOException {
        run(folder, List.of("add-file", "ten", keyFile.toString()));
        Path output = folder.resolve("agent.out");
        Process process = command(folder, List.of())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        SigningAgent agent = new SigningAgent(process, output);
        // typed ahead: that the code is the same one, and the PIN
        OutputStream keys = process.getOutputStream();
        keys.write(("c\n" + pin + "\n").getBytes(StandardCharsets.UTF_8));
        keys.flush();
        agent.awaitPort();
        return agent;
    }

    private void awaitPort() {
        long end = System.nanoTime() + PATIENCE;
        while (said().isBlank()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IllegalStateException("The agent does not start: " + said());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void run(Path folder, List<String> arguments) throws IOException {
        try {
            Process process = command(folder, arguments).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(arguments.toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder command(Path folder, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-cp",
                program().toString(),
                Agent.class.getName()));
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("QUYCHE_AGENT_HOME", folder.resolve("agent").toString());
        return builder;
    }

    private static Path program() {
        try {
            return Path.of(Agent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it has shown so far. */
    String said() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
