package vn.quyche.group.internal.soap;

import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlRootElement;
import javax.xml.bind.annotation.XmlType;

/** A page of the list, as the contract has it. */
@XmlRootElement(name = "groupList", namespace = GroupListSoap.NAMESPACE)
@XmlType(
        name = "",
        propOrder = {"schoolCode", "schoolName", "group", "next"})
@XmlAccessorType(XmlAccessType.FIELD)
public final class GroupListPage {

    @XmlElement(namespace = GroupListSoap.NAMESPACE, required = true)
    String schoolCode;

    @XmlElement(namespace = GroupListSoap.NAMESPACE, required = true)
    String schoolName;

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    List<GroupEntry> group = new ArrayList<>();

    @XmlElement(namespace = GroupListSoap.NAMESPACE)
    String next;
}
