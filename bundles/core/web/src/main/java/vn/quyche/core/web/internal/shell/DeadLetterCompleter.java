package vn.quyche.core.web.internal.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.event.DeadLetter;
import vn.quyche.core.api.event.DeadLetters;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.security.shell.QuycheCompleter;

/** Completes the ids of dead letters. */
@Service
public final class DeadLetterCompleter extends QuycheCompleter {

    @Reference
    private DeadLetters letters;

    @Override
    protected Stream<String> candidates(Caller caller) {
        return letters.list(caller, PageRequest.first()).items().stream().map(DeadLetter::id);
    }
}
