package vn.quyche.core.web.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.event.DeadLetter;
import vn.quyche.core.api.event.DeadLetters;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists the events that could not be delivered. */
@Service
@Command(scope = "platform", name = "dead-letters", description = "Các sự kiện không giao được")
public final class DeadLettersCommand extends QuycheListCommand {

    @Reference
    private DeadLetters letters;

    @Override
    protected void run() {
        show(
                letters.list(caller(), page()),
                List.of(
                        Column.of("Mã", DeadLetter::id),
                        Column.of("Lúc", letter -> VietnamTime.at(letter.at()).toLocalDateTime()),
                        Column.of("Sự kiện", letter -> letter.event().type()),
                        Column.of("Nơi nhận", DeadLetter::listener),
                        Column.of("Số lần", DeadLetter::attempts),
                        Column.of("Lỗi", DeadLetter::error)));
    }
}
