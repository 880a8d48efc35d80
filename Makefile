# 运行 make help 查看全部命令。 · `make help` lists what there is to do.

.PHONY: help run test check bench test-integrations docs format install-dependencies
.DEFAULT_GOAL := help

help: ## 显示本帮助 · shows this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-22s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install-dependencies: ## 安装所缺的 Debian 软件包 · installs the Debian packages that are missing
	@Scripts/install-dependencies

run: install-dependencies ## 构建并转换 Corpus，连同年度变化写入 Output · builds, converts Corpus into Output, and tells what changed
	swift build -c release --product jixiao
	"$$(swift build -c release --show-bin-path)/jixiao" convert Corpus -o Output
	Scripts/changes "$$(swift build -c release --show-bin-path)/jixiao" Output

test: install-dependencies ## 构建并运行全部测试 · builds, and runs all tests
	@Scripts/test

check: ## 提交前的全部检查 · everything that must hold before a change goes in
	@Scripts/install-dependencies build check
	@Scripts/check

bench: ## 测量速度 · measures the speed
	@Scripts/install-dependencies build bench
	@Benchmarks/run
	@Benchmarks/docx
	@Benchmarks/export
	@Benchmarks/compare

test-integrations: ## 测试与其他系统的集成 · tests the integrations with other systems
	@Scripts/test-integrations

docs: install-dependencies ## 重新生成文档、生成的源文件和库的说明 · makes the generated documents and sources anew, and the library's pages
	swift run dev docs
	swift package generate-documentation --target Ingestion --warnings-as-errors

format: ## 整理源代码格式 · formats the sources
	swift format --in-place --parallel --recursive Sources Tests Package.swift $(wildcard Benchmarks)
