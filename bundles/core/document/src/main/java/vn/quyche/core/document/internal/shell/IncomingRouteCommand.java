package vn.quyche.core.document.internal.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.Routing;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.security.shell.QuycheCommand;

/** Gives the principal's opinion on incoming documents, or routes them for the clerk. */
@Service
@Command(
        scope = "document",
        name = "incoming-route",
        description = "Cho ý kiến hoặc chuyển văn bản đến, nhiều cùng lúc")
public final class IncomingRouteCommand extends QuycheCommand {

    @Argument(index = 0, name = "documents", description = "id của các văn bản", required = true, multiValued = true)
    @Completion(IncomingCompleter.class)
    private List<String> documents;

    @Option(name = "--opinion", description = "Bút phê của lãnh đạo; bỏ trống: văn thư chuyển theo ý kiến đã có")
    private String opinion;

    @Option(name = "--person", description = "id người chủ trì")
    private String person;

    @Option(name = "--unit", description = "id đơn vị chủ trì")
    private String unit;

    @Option(name = "--due", description = "Hạn giải quyết, ví dụ 2026-10-15")
    private String due;

    @Reference
    private IncomingDocuments incoming;

    @Override
    protected void run() {
        Optional<Assignee> lead = Optional.ofNullable(person)
                .map(Assignee::person)
                .or(() -> Optional.ofNullable(unit).map(Assignee::unit));
        Routing routing = new Routing(opinion, lead, List.of(), day());
        if (opinion == null) {
            incoming.route(caller(), documents, routing);
        } else {
            incoming.direct(caller(), documents, routing);
        }
        say(text("document.routed"));
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.ofNullable(due).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new Invalid("due", "core.bad-date");
        }
    }
}
