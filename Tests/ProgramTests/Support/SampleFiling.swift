/// A small filing in the layout of Tika: a goal, and one project a department.
struct SampleFiling {
  var departments: [Int]
  var year = 2021
  var goal = "保障会议顺利召开。"
  var target = "≥9595及以上"

  init(_ departments: Int...) {
    self.departments = departments
  }

  var text: String {
    """
    第一部分
    部门整体绩效目标
    一、总体绩效目标
    \(goal)
    第二部分
    预算项目绩效目标

    """ + departments.enumerated().map { project($0 + 1, $1) }.joined()
  }

  private func project(_ number: Int, _ department: Int) -> String {
    let code = "130304" + digits(year % 100, 2) + "AFQYLND97B" + digits(department, 3)
    return """

      \(number).会议服务绩效目标表
      \t\(digits(department, 3))001第\(department)局(本级)
      \t单位：万元

      \t项目编码
      \t\(code)
      \t项目名称
      \t会议服务

      \t预算规模及资金用途
      \t预算数
      \t21.00
      \t其中：财政资金
      \t21.00
      \t其他资金
      \t0

      \t绩效目标
      \t1.保障会议顺利召开。


       
      \t一级指标
      \t二级指标
      \t三级指标
      \t绩效指标描述
      \t指标值
      \t指标值确定依据

      \t产出指标
      \t数量指标
      \t会议组织率
      \t已组织的会议占计划的比例
      \t\(target)
      \t年度工作计划


      """
  }

  private func digits(_ value: Int, _ count: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
