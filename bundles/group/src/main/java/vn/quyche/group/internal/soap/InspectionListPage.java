package vn.quyche.group.internal.soap;

import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlRootElement;
import javax.xml.bind.annotation.XmlType;

/** A page of signed reports, as the contract has it. */
@XmlRootElement(name = "inspectionList", namespace = GroupListSoap.NAMESPACE)
@XmlType(
        name = "",
        propOrder = {"inspection", "next"})
@XmlAccessorType(XmlAccessType.FIELD)
public final class InspectionListPage {

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    List<InspectionEntry> inspection = new ArrayList<>();

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String next;
}
