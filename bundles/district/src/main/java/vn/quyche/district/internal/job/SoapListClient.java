package vn.quyche.district.internal.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.remote.RemoteHttp;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.SchoolGroup;
import vn.quyche.district.internal.model.SchoolFailure;

/** Calls {@code listGroups} at a school. */
final class SoapListClient implements ListClient {

    private final SoapCalls calls;

    SoapListClient(RemoteHttp http) {
        this.calls = new SoapCalls(http);
    }

    @Override
    public ListPage read(DistrictSchool school, String token, LocalDate day, Optional<String> after) {
        List<SoapCalls.Part> parts = new ArrayList<>();
        after.ifPresent(cursor -> parts.add(new SoapCalls.Part("after", cursor)));
        parts.add(new SoapCalls.Part("size", String.valueOf(PAGE)));
        parts.add(new SoapCalls.Part("day", day.toString()));
        RemoteHttp.Answer answer = calls.call(school, token, "listGroups", parts);
        calls.fault(answer).ifPresent(words -> {
            throw failure(words, after.isPresent());
        });
        SchoolAnswers.requireList(answer, after.isPresent());
        Reading reading = new Reading(school);
        calls.read(answer, "groupList", reading);
        return new ListPage(reading.groups, reading.next);
    }

    private static final class Reading implements SoapCalls.Reading {

        private final DistrictSchool school;
        private final List<SchoolGroup> groups = new ArrayList<>();
        private Optional<String> next = Optional.empty();

        Reading(DistrictSchool school) {
            this.school = school;
        }

        @Override
        public void element(String name, XMLStreamReader xml) throws XMLStreamException {
            switch (name) {
                case "schoolCode" -> requireSame(school, xml.getElementText());
                case "group" -> groups.add(group(SoapCalls.cells(xml)));
                case "next" -> next = Optional.of(xml.getElementText()).filter(text -> !text.isEmpty());
                default -> {
                    // what a later contract adds is not for us
                }
            }
        }
    }

    /** A school whose code is not entered yet answers none. */
    private static void requireSame(DistrictSchool school, String code) {
        if (!code.isBlank() && !code.strip().equalsIgnoreCase(school.code())) {
            throw RemoteFailure.lasting(SchoolFailure.OTHER_SCHOOL, code);
        }
    }

    private static SchoolGroup group(Map<String, String> cells) {
        return new SchoolGroup(
                cells.getOrDefault("id", ""),
                cells.getOrDefault("code", ""),
                cells.getOrDefault("name", ""),
                cells.getOrDefault("kind", ""),
                cells.getOrDefault("platform", ""),
                cells.getOrDefault("members", ""),
                cells.getOrDefault("leader", ""),
                cells.getOrDefault("administrator", ""),
                cells.getOrDefault("decisionNumber", ""),
                GroupJson.day(cells.getOrDefault("decisionDate", "")),
                cells.getOrDefault("remark", ""));
    }

    private static RemoteFailure failure(String fault, boolean following) {
        if (fault.contains("core.bad-cursor") && following) {
            return RemoteFailure.passing(SchoolFailure.LOST_PLACE, fault, null);
        }
        return SoapCalls.denied(fault)
                ? RemoteFailure.lasting(RemoteFailure.DENIED, fault)
                : RemoteFailure.passing(RemoteFailure.SERVER_ERROR, fault, null);
    }
}
