"""What known exhibits of the shipped data say of themselves, in English and Chinese; written by hand."""

KNOWN = {
    "surveys/china-cloud-native-user/2020/serverless_stage": (
        "Stage of serverless adoption, China cloud-native user survey 2020. Highest of 5 answers “Not used so far”"
        " (36%), lowest “In a test environment” (8%). Base not published.",
        "Serverless 采用阶段，中国云原生用户调查 2020 年。5 个答案中最高的是“尚未使用”（36%），最低的是“测试环境使"
        "用”（8%）。未公布基数。",
    ),
    "surveys/china-cloud-native-user/2020/serverless_challenges": (  # two at the end
        "Challenges in serverless deployment, China cloud-native user survey 2020. Highest of 6 answers “"
        "Debugging when going live” (51%), lowest “Deployment and packaging” (22%) and “Access management” (22%). "
        "Base not published.",
        "Serverless 化部署中的挑战，中国云原生用户调查 2020 年。6 个答案中最高的是“应用上线调试”（51%），最低的是“"
        "部署/打包”（22%）和“接入管理”（22%）。未公布基数。",
    ),
    "surveys/china-cloud-native-user/2020/serverless_public_cloud": (  # a part of the whole is not stated
        "Public-cloud function services used to build serverless applications, China cloud-native user survey "
        "2020. Highest of 7 answers “Alibaba Cloud Function Compute” (35%), lowest “JD Cloud functions” (2%). The "
        "source does not state what the other 17% answered. Base not published.",
        "构建 Serverless 应用所用的公有云服务，中国云原生用户调查 2020 年。7 个答案中最高的是“阿里云函数计算”（35%"
        "），最低的是“京东云函数服务”（2%）。其余 17% 的回答，来源未说明。未公布基数。",
    ),
    "surveys/china-cloud-native-user/2020/industry": (
        "Industry of the organisation, China cloud-native user survey 2020. Its numbers were never published.",
        "所属行业，中国云原生用户调查 2020 年。其数字从未公布。",
    ),
    # One choice of 1,311: 38.37 against 24.41, spread 2.17 points, times 1.96 is 4.25; the lead is 13.96.
    "surveys/cncf-annual/2021-part2/serverless_use": (
        "Whether serverless technology is used, CNCF Cloud Native Survey 2021, part 2. Highest of 4 answers “In "
        "production” (38.37%), lowest “Planning within 12 months” (13.96%). The lead of “In production” over “No” "
        "(24.41%) is larger than sampling noise (95%, n = 1,311).",
        "是否使用 Serverless 技术，CNCF 云原生调查 2021 年第 2 部分。4 个答案中最高的是“生产使用”（38.37%），最低"
        "的是“计划 12 个月内使用”（13.96%）。“生产使用”领先“否”（24.41%）的幅度超出抽样误差（95%，n = 1,311）。",
    ),
    # 30 against 25.31 of 320: spread sqrt((0.5531 - 0.0022) / 320) is 4.15 points, times 1.96 is 8.1; the gap is 4.69.
    "surveys/serverless-community-2020/2020/organisation_type": (
        "Kind of organisation, Serverless Community Survey 2020. Highest of 5 answers “Funded start-up” (30%), "
        "lowest “Side project or self-funded start-up” (8.75%). The gap between “Funded start-up” and “Enterprise”"
        " (25.31%) lies within sampling noise (95%, n = 320).",
        "组织类型，2020 年 Serverless 社区调查。5 个答案中最高的是“获投资的初创公司”（30%），最低的是“业余项目/自"
        "筹初创公司”（8.75%）。“获投资的初创公司”与“大型企业”（25.31%）的差距在抽样误差之内（95%，n = 320）。",
    ),
    "surveys/cncf-annual/2021-part2/serverless_use?by=region": (
        "Whether serverless technology is used, CNCF Cloud Native Survey 2021, part 2. The whole sample: highest "
        "of 4 answers “In production” (38.37%), lowest “Planning within 12 months” (13.96%). Parts of the sample "
        "differ most in “No”: Europe 35.7%, Asia 14.1%. That is larger than sampling noise (95%, n = 409 and "
        "n = 390). Parts of fewer than 30 people are not compared.",
        "是否使用 Serverless 技术，CNCF 云原生调查 2021 年第 2 部分。全部样本：4 个答案中最高的是“生产使用”（"
        "38.37%），最低的是“计划 12 个月内使用”（13.96%）。各分组在“否”上差异最大：欧洲 35.7%，亚洲 14.1%。"
        "这一差异超出抽样误差（95%，n = 409 和 n = 390）。不足 30 人的分组不作比较。",
    ),
    "surveys/spec-rg-apps/2020/trigger": (  # documents are no sample of people: nothing of noise
        "Trigger, SPEC RG review of serverless applications 2020. Highest of 5 answers “HTTP request” (46%), "
        "lowest “Unknown” (3%).",
        "触发方式，SPEC RG Serverless 应用综述 2020 年。5 个答案中最高的是“HTTP 请求”（46%），最低的是“未知”（3%）。",
    ),
    "surveys/slashdata/trend/serverless_use_any": (
        "Developers who use serverless platforms: over the waves, Developer Economics / State of Cloud Native "
        "Development. Q1 2018: one answer published, “Yes” (19%). Largest change: “Yes”, 16% in Q3 2017, 19% in "
        "Q1 2018. Without both bases nothing is said of sampling noise.",
        "使用 Serverless 平台的开发者：历期变化，开发者经济/云原生开发现状。2018 年第一季度：仅公布一个答案，“是”"
        "（19%）。变化最大：“是”，2017 年第三季度为 16%，2018 年第一季度为 19%。两者的基数未全部公布，因此不判断"
        "差异是否在抽样误差之内。",
    ),
    "surveys/cncf-annual/trend/serverless_hosted_platform": (  # every wave breaks with the one before: no change
        "Hosted serverless platforms used: over the waves, CNCF Cloud Native Survey. 2021, part 2: highest of 5 "
        "answers “AWS Lambda” (73.62%), lowest “IBM Cloud Code Engine” (4.69%). The series breaks at 2018, 2019, 2020 "
        "and 2021, part 2: values before and after do not compare.",
        "使用的托管 Serverless 平台：历期变化，CNCF 云原生调查。2021 年第 2 部分：5 个答案中最高的是“AWS Lambda”（"
        "73.62%），最低的是“IBM Cloud Code Engine”（4.69%）。序列在 2018 年、2019 年、2020 年和 2021 年第 2 部分中断："
        "前后数值不可比。",
    ),
    "topics/challenges": (
        "Challenges: what the surveys found. Highest answer, each survey for itself: China cloud-native user "
        "survey 2020: “Debugging when going live” (51%); Serverless Community Survey 2020: “Debugging” (32.84%); "
        "The New Stack serverless survey 2018: “Debugging and tracing” (60%).",
        "挑战：各调查的结果。各调查自身的最高答案：中国云原生用户调查 2020 年：“应用上线调试”（51%）；2020 年 "
        "Serverless 社区调查：“调试”（32.84%）；The New Stack Serverless 调查 2018 年：“调试与追踪”（60%）。",
    ),
    "surveys/alcide": (
        "State of securing cloud workloads (Alcide). Leading published answers in 2018: Computing environments "
        "used: “Virtual machines” (83%); Serverless run in production and in development: “Yes” (57%); Not "
        "confident in the security of serverless: “Yes” (32%).",
        "云工作负载安全现状（Alcide）。2018 年已公布的首位答案：使用的计算环境：“虚拟机”（83%）；Serverless 同时用"
        "于生产与开发：“是”（57%）；对 Serverless 安全缺乏信心：“是”（32%）。",
    ),
    "taxonomy/four-layers": (
        "Four layers of serverless platforms. Providers in each layer: Resource instance platform (7); Scheduling "
        "platform (8); Application management platform (7); Business logic management platform (8).",
        "无服务器平台的四个层次。各层的厂商数：资源实例平台（7）；调度平台（8）；应用管理平台（7）；业务逻辑管理平"
        "台（8）。",
    ),
    "products": (
        "Serverless products. Products by service model: Functions (FaaS) (23); Containers (CaaS) (12); Workflow "
        "(6); Event integration (3). By vendor: Alibaba Cloud (6); Amazon Web Services (5); Microsoft Azure (5); "
        "Tencent Cloud (4); 18 more.",
        "无服务器产品。产品（按服务模式）：函数（FaaS）（23）；容器（CaaS）（12）；工作流（6）；事件集成（3）。按"
        "厂商：阿里云（6）；亚马逊云科技（5）；微软 Azure（5）；腾讯云（4）；另有 18 项。",
    ),
}
