package vn.quyche.itests.browser;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pages that a person reaches by links, handed out to several browsers, so many of each kind. */
final class Crawl {

    /** Of pages that differ only in what they show, so many are looked at: states differ. */
    private static final int OF_ONE_KIND = 3;

    private final Findings findings;
    /** Of a kind that others have met, one is enough for who is not the first. */
    private final boolean first;

    private final Deque<String> waiting = new ArrayDeque<>(List.of("/"));
    private final Set<String> met = new HashSet<>(waiting);
    private final Map<String, Integer> ofKind = new HashMap<>();
    private int busy;

    Crawl(Findings findings, boolean first) {
        this.findings = findings;
        this.first = first;
    }

    /** The next page to look at, for which {@link #seen} must be told; empty when all of them were. */
    synchronized Optional<String> next() throws InterruptedException {
        while (true) {
            while (!waiting.isEmpty()) {
                String address = waiting.poll();
                if (wanted(PageCheck.kind(address))) {
                    busy++;
                    return Optional.of(address);
                }
            }
            if (busy == 0) {
                return Optional.empty();
            }
            wait();
        }
    }

    /** A page was looked at, and leads to others. */
    synchronized void seen(Collection<String> links) {
        links.stream().filter(met::add).forEach(waiting::add);
        busy--;
        notifyAll();
    }

    private boolean wanted(String kind) {
        int enough = findings.knows(kind) && !first ? 1 : OF_ONE_KIND;
        return ofKind.merge(kind, 1, Integer::sum) <= enough;
    }
}
