package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.members.Vacancies;
import vn.quyche.group.api.members.Vacancy;

/** Lists groups that lack a leader or an administrator. */
@Service
@Command(scope = "group", name = "vacancy-list", description = "Nhóm khuyết người phụ trách")
public final class VacancyListCommand extends QuycheListCommand {

    @Option(name = "--find", description = "Một phần tên hoặc mã nhóm")
    private String find;

    @Reference
    private Vacancies vacancies;

    @Override
    protected void run() {
        show(
                vacancies.list(caller(), Optional.ofNullable(find), page()),
                List.of(
                        Column.of(text("group.column.code"), Vacancy::code),
                        Column.of(text("group.column.name"), Vacancy::name),
                        Column.of(text("group.vacancy.role"), one -> text("group.role." + one.role())),
                        Column.of(text("group.vacancy.cause"), one -> text("group.vacancy-cause." + one.cause())),
                        Column.of(text("group.vacancy.former"), Vacancy::former),
                        Column.of(text("group.vacancy.since"), Vacancy::since)));
    }
}
