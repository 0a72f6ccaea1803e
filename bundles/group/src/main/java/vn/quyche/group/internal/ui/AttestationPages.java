package vn.quyche.group.internal.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.members.Declarations;
import vn.quyche.group.api.members.Vacancies;

/** Which groups have a list of members that is up to date, and which lack somebody who answers for them. */
final class AttestationPages {

    private final Declarations declarations;
    private final Vacancies vacancies;
    private final Messages messages;

    AttestationPages(Declarations declarations, Vacancies vacancies, Messages messages) {
        this.declarations = declarations;
        this.vacancies = vacancies;
        this.messages = messages;
    }

    View list(UiRequest request) {
        return View.page(
                "attestations",
                Map.of(
                        "page",
                        declarations.attestations(
                                request.caller(), request.query("q"), overdue(request), request.pageRequest())));
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "xac-nhan-thanh-vien",
                List.of(
                        "group.column.code",
                        "group.column.name",
                        "group.column.platform",
                        "group.declared-on",
                        "group.declared-by",
                        "group.declare-until",
                        "group.attestation-overdue",
                        "group.declared-open"),
                Page.every(
                                request.pageRequest(),
                                page -> declarations.attestations(
                                        request.caller(), request.query("q"), overdue(request), page))
                        .map(one -> List.of(
                                one.code(),
                                one.name(),
                                messages.text(locale, "group.platform." + one.platform()),
                                one.declaredOn().map(VietnamTime::day).orElse(""),
                                one.declaredBy(),
                                VietnamTime.day(one.dueOn()),
                                messages.text(locale, one.overdue() ? "core.yes" : "core.no"),
                                Integer.toString(one.open()))));
    }

    View vacancies(UiRequest request) {
        return View.page(
                "vacancies",
                Map.of("page", vacancies.list(request.caller(), request.query("q"), request.pageRequest())));
    }

    View exportVacancies(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "nhom-khuyet-nguoi-phu-trach",
                List.of(
                        "group.column.code",
                        "group.column.name",
                        "group.vacancy.role",
                        "group.vacancy.cause",
                        "group.vacancy.former",
                        "group.vacancy.since"),
                Page.every(request.pageRequest(), page -> vacancies.list(request.caller(), request.query("q"), page))
                        .map(one -> List.of(
                                one.code(),
                                one.name(),
                                messages.text(locale, "group.role." + one.role()),
                                messages.text(locale, "group.vacancy-cause." + one.cause()),
                                one.former(),
                                one.since().map(VietnamTime::day).orElse(""))));
    }

    private static boolean overdue(UiRequest request) {
        return request.query("overdue").filter("1"::equals).isPresent();
    }
}
