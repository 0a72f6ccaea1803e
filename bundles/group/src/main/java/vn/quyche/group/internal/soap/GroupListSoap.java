package vn.quyche.group.internal.soap;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import javax.jws.soap.SOAPBinding;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.DutySummaries;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.web.SoapCallers;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.ListedGroup;
import vn.quyche.group.api.inspection.InspectedGroup;
import vn.quyche.group.internal.service.InspectedGroups;

/** What the superior authority collects over SOAP: the list of groups, and what inspections and duties come to. */
@WebService(
        name = "GroupList",
        targetNamespace = GroupListSoap.NAMESPACE,
        serviceName = "GroupListService",
        portName = "GroupListPort",
        wsdlLocation = "wsdl/group.wsdl")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public final class GroupListSoap {

    static final String NAMESPACE = "urn:vn:quyche:group:v1";

    private final Groups groups;
    private final InspectedGroups inspected;
    private final DutySummaries duties;
    private final Directory directory;
    private final SoapCallers callers;

    GroupListSoap(
            Groups groups, InspectedGroups inspected, DutySummaries duties, Directory directory, SoapCallers callers) {
        this.groups = groups;
        this.inspected = inspected;
        this.duties = duties;
        this.directory = directory;
        this.callers = callers;
    }

    /** Gives a page of the list. */
    @WebMethod(operationName = "listGroups")
    @WebResult(name = "groupList", targetNamespace = NAMESPACE)
    public GroupListPage listGroups(@WebParam(name = "listGroups", targetNamespace = NAMESPACE) ListGroups request) {
        PageRequest asked = asked(request.size, request.after);
        Page<ListedGroup> page = request.day == null
                ? groups.collect(callers.current(), asked)
                : groups.collect(callers.current(), day(request.day), asked);
        School school = directory.school();
        GroupListPage answer = new GroupListPage();
        answer.schoolCode = school.code();
        answer.schoolName = school.name();
        page.items().forEach(group -> answer.group.add(GroupEntry.of(group)));
        answer.next = page.next().orElse(null);
        return answer;
    }

    /** Gives a page of the signed reports whose period ends in some months. Takes {@code group:collect}. */
    @WebMethod(operationName = "listInspections")
    @WebResult(name = "inspectionList", targetNamespace = NAMESPACE)
    public InspectionListPage listInspections(
            @WebParam(name = "listInspections", targetNamespace = NAMESPACE) ListInspections request) {
        Page<InspectedGroup> page =
                inspected.collect(callers.current(), request.from, request.to, asked(request.size, request.after));
        InspectionListPage answer = new InspectionListPage();
        page.items().forEach(report -> answer.inspection.add(InspectionEntry.of(report)));
        answer.next = page.next().orElse(null);
        return answer;
    }

    /** Counts the duties of some months by month, domain and role. Takes {@code duty:collect}. */
    @WebMethod(operationName = "countDuties")
    @WebResult(name = "dutyCounts", targetNamespace = NAMESPACE)
    public DutyCounts countDuties(@WebParam(name = "countDuties", targetNamespace = NAMESPACE) CountDuties request) {
        DutyCounts answer = new DutyCounts();
        duties.collect(callers.current(), request.from, request.to)
                .forEach(month ->
                        month.lines().forEach(line -> answer.count.add(DutyCountEntry.of(month.month(), line))));
        return answer;
    }

    private static PageRequest asked(Integer size, String after) {
        return new PageRequest(size == null ? PageRequest.DEFAULT_SIZE : size, Optional.ofNullable(after));
    }

    /** A day of the contract; a time zone behind it changes nothing, for days are Vietnam's. */
    private static LocalDate day(String day) {
        try {
            return LocalDate.parse(day.strip(), DateTimeFormatter.ISO_DATE);
        } catch (DateTimeParseException e) {
            throw new Invalid("day", "core.bad-date");
        }
    }
}
